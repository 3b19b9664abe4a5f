using AgentFunctions.Domain.Attributes;
using AgentFunctions.Domain.Conditions;
using AgentFunctions.Domain.Tests.Builders;

namespace AgentFunctions.Domain.Tests.Conditions;

public sealed class ConditionJsonTests
{
    [Theory]
    [InlineData("""{"eq":[{"path":"resource.properties.ownerID"},{"path":"subject.properties.email"}]}""")]
    [InlineData("""{"ne":[{"path":"subject.type"},"user"]}""")]
    [InlineData("""{"lt":[{"path":"action.properties.arguments.amount"},10.5]}""")]
    [InlineData("""{"le":["a",{"path":"action.name"}]}""")]
    [InlineData("""{"gt":[{"path":"time"},"2026-01-01T00:00:00Z"]}""")]
    [InlineData("""{"ge":[{"path":"context.risk"},{"path":"actor.properties.risk"}]}""")]
    [InlineData("""{"in":[{"path":"resource.type"},["a","b",1,true,null]]}""")]
    [InlineData("""{"in":[{"path":"resource.id"},{"path":"actor.properties.ids"}]}""")]
    [InlineData("""{"in":[{"path":"time"},["2026-01-01T00:00:00Z"]]}""")]
    [InlineData("""{"contains":[{"path":"context.route"},"crm"]}""")]
    [InlineData("""{"contains":["abc",{"path":"subject.id"}]}""")]
    [InlineData("""{"contains":[["a"],{"path":"actor.type"}]}""")]
    [InlineData("""{"starts_with":[{"path":"resource.id"},{"path":"actor.id"}]}""")]
    [InlineData("""{"eq":[{"path":["resource","properties","a.b"]},null]}""")]
    [InlineData("""{"eq":[{"path":"context.a.b.c.d.e.f.g"},[]]}""")]
    [InlineData("""{"within":{"days":["mon","tue"],"from":"08:00","to":"18:00","zone":"Europe/Berlin"}}""")]
    [InlineData("""{"within":{"days":["sun","sat"],"from":"23:59","to":"00:00","zone":"Etc/GMT+1"}}""")]
    [InlineData("""{"all":[{"any":[{"not":{"eq":[{"path":"subject.id"},"x"]}}]},{"all":[]}]}""")]
    public void What_is_parsed_is_printed_again(string json) =>
        CanonicalJson.ToText(ConditionJson.Print(Accepted(json))).ShouldBe(CanonicalJson.ToText(Given.Json(json)));

    [Fact]
    public void A_path_is_read_the_same_as_text_and_as_segments() =>
        CanonicalJson.ToText(ConditionJson.Print(Accepted("""{"eq":[{"path":["subject","properties","a"]},1]}""")))
            .ShouldBe("""{"eq":[{"path":"subject.properties.a"},1]}""");

    [Theory]
    [InlineData("[]", "", "must be an object")]
    [InlineData("\"eq\"", "", "must be an object")]
    [InlineData("{}", "", "must have exactly one operator")]
    [InlineData("""{"all":[],"any":[]}""", "", "must have exactly one operator")]
    [InlineData("""{"equals":[]}""", "/equals", "is not a known operator")]
    [InlineData("""{"EQ":[]}""", "/EQ", "is not a known operator")]
    [InlineData("""{"any":[]}""", "/any", "must be a list of 1 to 64 items")]
    [InlineData("""{"all":{}}""", "/all", "must be a list of 0 to 64 items")]
    [InlineData("""{"not":[]}""", "/not", "must be an object")]
    [InlineData("""{"eq":[{"path":"subject.id"}]}""", "/eq", "must be a list of 2 to 2 items")]
    [InlineData("""{"eq":[{"path":"subject.id"},1,2]}""", "/eq", "must be a list of 2 to 2 items")]
    [InlineData("""{"eq":"x"}""", "/eq", "must be a list of 2 to 2 items")]
    [InlineData("""{"eq":[1,1]}""", "/eq", "must compare at least one path")]
    [InlineData("""{"all":[{"eq":[{"path":"subject.nam"},1]}]}""", "/all/0/eq/0/path", "is not a path that a request can have")]
    [InlineData("""{"eq":[{"path":"time.hour"},1]}""", "/eq/0/path", "is not a path that a request can have")]
    [InlineData("""{"eq":[{"path":"subject"},1]}""", "/eq/0/path", "is not a path that a request can have")]
    [InlineData("""{"eq":[{"path":"subject.properties"},1]}""", "/eq/0/path", "is not a path that a request can have")]
    [InlineData("""{"eq":[{"path":"context"},1]}""", "/eq/0/path", "is not a path that a request can have")]
    [InlineData("""{"eq":[{"path":"context.route.0"},1]}""", "/eq/0/path", "is not a path that a request can have")]
    [InlineData("""{"eq":[{"path":"subject.properties."},1]}""", "/eq/0/path", "is not a path that a request can have")]
    [InlineData("""{"eq":[{"path":"subject.properties.a\u0007"},1]}""", "/eq/0/path", "is not a path that a request can have")]
    [InlineData("""{"eq":[{"path":"context.a.b.c.d.e.f.g.h"},1]}""", "/eq/0/path", "is not a path that a request can have")]
    [InlineData("""{"eq":[{"path":""},1]}""", "/eq/0/path", "is not a path that a request can have")]
    [InlineData("""{"eq":[{"path":[]},1]}""", "/eq/0/path", "must be a list of 1 to 8 items")]
    [InlineData("""{"eq":[{"path":["context","a","b","c","d","e","f","g","h"]},1]}""", "/eq/0/path", "must be a list of 1 to 8 items")]
    [InlineData("""{"eq":[{"path":["context",""]},1]}""", "/eq/0/path/1", "must be printable text of 1 to 256 characters")]
    [InlineData("""{"eq":[{"path":["context",7]},1]}""", "/eq/0/path/1", "must be printable text of 1 to 256 characters")]
    [InlineData("""{"eq":[{"path":7},1]}""", "/eq/0/path", "must be a list of 1 to 8 items")]
    [InlineData("""{"eq":[{"path":"time","x":1},1]}""", "/eq/0/x", "is not a known member")]
    [InlineData("""{"eq":[{},1]}""", "/eq/0/path", "is missing")]
    [InlineData("""{"eq":[{"path":"subject.id"},[[]]]}""", "/eq/1/0", "must be a text, a number, true, false or null")]
    [InlineData("""{"eq":[{"path":"subject.id"},[{}]]}""", "/eq/1/0", "must be a text, a number, true, false or null")]
    [InlineData("""{"lt":[{"path":"subject.id"},true]}""", "/lt/1", "is of a type that this operator does not compare")]
    [InlineData("""{"lt":[null,{"path":"subject.id"}]}""", "/lt/0", "is of a type that this operator does not compare")]
    [InlineData("""{"ge":[{"path":"subject.id"},[1]]}""", "/ge/1", "is of a type that this operator does not compare")]
    [InlineData("""{"in":[{"path":"subject.id"},"abc"]}""", "/in/1", "is of a type that this operator does not compare")]
    [InlineData("""{"in":[["a"],{"path":"context.x"}]}""", "/in/0", "is of a type that this operator does not compare")]
    [InlineData("""{"contains":[{"path":"context.x"},["a"]]}""", "/contains/1", "is of a type that this operator does not compare")]
    [InlineData("""{"contains":[5,{"path":"context.x"}]}""", "/contains/0", "is of a type that this operator does not compare")]
    [InlineData("""{"starts_with":[{"path":"context.x"},5]}""", "/starts_with/1", "is of a type that this operator does not compare")]
    [InlineData("""{"starts_with":[["a"],{"path":"context.x"}]}""", "/starts_with/0", "is of a type that this operator does not compare")]
    [InlineData("""{"lt":[{"path":"time"},"tomorrow"]}""", "/lt/1", "must be a point in time as rfc 3339 writes it")]
    [InlineData("""{"lt":["2026-01-01",{"path":"time"}]}""", "/lt/0", "must be a point in time as rfc 3339 writes it")]
    [InlineData("""{"eq":[{"path":"time"},5]}""", "/eq/1", "must be a point in time as rfc 3339 writes it")]
    [InlineData("""{"in":[{"path":"time"},["2026-01-01T00:00:00Z","x"]]}""", "/in/1", "must be a point in time as rfc 3339 writes it")]
    [InlineData("""{"within":[]}""", "/within", "must be an object")]
    [InlineData("""{"within":{"days":["mon"],"from":"08:00","to":"18:00"}}""", "/within/zone", "is missing")]
    [InlineData("""{"within":{"days":["mon"],"from":"08:00","to":"18:00","zone":"UTC","x":1}}""", "/within/x", "is not a known member")]
    [InlineData("""{"within":{"days":[],"from":"08:00","to":"18:00","zone":"UTC"}}""", "/within/days", "must be a list of 1 to 7 items")]
    [InlineData("""{"within":{"days":["mon","mon"],"from":"08:00","to":"18:00","zone":"UTC"}}""", "/within/days/1", "must be one of mon, tue, wed, thu, fri, sat, sun, each at most once")]
    [InlineData("""{"within":{"days":["Mon"],"from":"08:00","to":"18:00","zone":"UTC"}}""", "/within/days/0", "must be one of mon, tue, wed, thu, fri, sat, sun, each at most once")]
    [InlineData("""{"within":{"days":[1],"from":"08:00","to":"18:00","zone":"UTC"}}""", "/within/days/0", "must be printable text of 1 to 3 characters")]
    [InlineData("""{"within":{"days":["mon"],"from":"8:00","to":"18:00","zone":"UTC"}}""", "/within/from", "must be a time of day from 00:00 to 23:59")]
    [InlineData("""{"within":{"days":["mon"],"from":"08:00","to":"24:00","zone":"UTC"}}""", "/within/to", "must be a time of day from 00:00 to 23:59")]
    [InlineData("""{"within":{"days":["mon"],"from":800,"to":"18:00","zone":"UTC"}}""", "/within/from", "must be a time of day from 00:00 to 23:59")]
    [InlineData("""{"within":{"days":["mon"],"from":"08:00","to":"18:00","zone":"Mars/Phobos"}}""", "/within/zone", "must be a time zone of the iana database")]
    [InlineData("""{"within":{"days":["mon"],"from":"08:00","to":"18:00","zone":"../zoneinfo/UTC"}}""", "/within/zone", "must be a time zone of the iana database")]
    [InlineData("""{"within":{"days":["mon"],"from":"08:00","to":"18:00","zone":"/usr/share/zoneinfo/UTC"}}""", "/within/zone", "must be a time zone of the iana database")]
    [InlineData("""{"within":{"days":["mon"],"from":"08:00","to":"18:00","zone":5}}""", "/within/zone", "must be printable text of 1 to 64 characters")]
    public void What_is_no_condition_is_refused_with_its_place(string json, string pointer, string why) =>
        ConditionJson.Parse(Given.Json(json)).ShouldBe(new JsonParse<Condition>.Refused(pointer, why));

    [Theory]
    [InlineData(8, true)]
    [InlineData(9, false)]
    public void Conditions_are_nested_up_to_the_bound(int depth, bool admitted)
    {
        var json = string.Concat(Enumerable.Repeat("""{"not":""", depth - 1)) + """{"eq":[{"path":"subject.id"},1]}""" + new string('}', depth - 1);

        (ConditionJson.Parse(Given.Json(json)) is JsonParse<Condition>.Accepted).ShouldBe(admitted);
        (ConditionJson.Parse(Given.Json(json)) is JsonParse<Condition>.Refused { Why: "must not be nested more than 8 deep" }).ShouldBe(!admitted);
    }

    [Theory]
    [InlineData(63, true)]
    [InlineData(64, false)]
    public void Conditions_have_parts_up_to_the_bound(int parts, bool admitted)
    {
        var json = """{"all":[""" + string.Join(',', Enumerable.Repeat("""{"eq":[{"path":"subject.id"},1]}""", parts)) + "]}";

        (ConditionJson.Parse(Given.Json(json)) is JsonParse<Condition>.Accepted).ShouldBe(admitted);
        (ConditionJson.Parse(Given.Json(json)) is JsonParse<Condition>.Refused { Why: "must not have more than 64 parts" }).ShouldBe(!admitted);
    }

    [Theory]
    [InlineData(1_024, true)]
    [InlineData(1_025, false)]
    public void Literals_are_long_up_to_the_bound(int length, bool admitted)
    {
        var result = ConditionJson.Parse(Given.Json($$"""{"eq":[{"path":"subject.id"},"{{new string('x', length)}}"]}"""));

        (result is JsonParse<Condition>.Accepted).ShouldBe(admitted);
        (result is JsonParse<Condition>.Refused { Pointer: "/eq/1", Why: "must not be longer than 1024 characters" }).ShouldBe(!admitted);
    }

    [Theory]
    [InlineData(256, true)]
    [InlineData(257, false)]
    public void Literal_lists_have_items_up_to_the_bound(int count, bool admitted)
    {
        var result = ConditionJson.Parse(Given.Json($$"""{"in":[{"path":"subject.id"},[{{string.Join(',', Enumerable.Range(0, count))}}]]}"""));

        (result is JsonParse<Condition>.Accepted).ShouldBe(admitted);
        (result is JsonParse<Condition>.Refused { Pointer: "/in/1", Why: "must be a list of 0 to 256 items" }).ShouldBe(!admitted);
    }

    [Fact]
    public void The_first_fault_is_the_one_that_is_named() =>
        ConditionJson.Parse(Given.Json("""{"all":[{"x":1},{"y":1}]}""")).ShouldBe(new JsonParse<Condition>.Refused("/all/0/x", "is not a known operator"));

    [Fact]
    public void Paths_are_equal_when_their_segments_are()
    {
        var path = new AttributePath(["context", "x"]);

        path.Equals(new AttributePath(["context", "x"])).ShouldBeTrue();
        path.GetHashCode().ShouldBe(new AttributePath(["context", "x"]).GetHashCode());
        path.GetHashCode().ShouldNotBe(new AttributePath(["context", "y"]).GetHashCode());
        path.Equals(new AttributePath(["context", "y"])).ShouldBeFalse();
        path.Equals(NoPath()).ShouldBeFalse();
    }

    private static AttributePath? NoPath() => null;

    private static Condition Accepted(string json) =>
        ConditionJson.Parse(Given.Json(json)).ShouldBeOfType<JsonParse<Condition>.Accepted>().Value;
}
