using AgentFunctions.Domain.Attributes;
using AgentFunctions.Domain.Tests.Builders;
using CsCheck;

namespace AgentFunctions.Domain.Tests.Attributes;

public sealed class AttributeMapTests
{
    [Fact]
    public void Members_are_found_whatever_order_they_came_in() =>
        Gen.String[Gen.Char['a', 'e'], 0, 2].HashSet[0, 12].Select(Gen.Int, (names, seed) => (names, seed)).Sample(given =>
        {
            var members = given.names.Select((name, place) => KeyValuePair.Create<string, AttributeValue>(name, new AttributeValue.Number(place))).ToList();
            var shuffled = members.OrderBy(member => HashCode.Combine(member.Key, given.seed)).ToList();
            var map = new AttributeMap(shuffled);

            map.Names.ShouldBe(given.names.Order(StringComparer.Ordinal));
            map.ShouldBe(new AttributeMap(members));
            map.GetHashCode().ShouldBe(new AttributeMap(members).GetHashCode());
            foreach (var (name, value) in members)
            {
                map.TryGet(name, out var found).ShouldBeTrue();
                found.ShouldBe(value);
                map.TryGet(name + "f", out _).ShouldBeFalse();
            }
        });

    [Fact]
    public void A_name_has_one_value() => Should.Throw<ArgumentException>(() => new AttributeMap(
        [new("b", AttributeValue.Null), new("a", AttributeValue.Null), new("b", new AttributeValue.Flag(true))])).Message.ShouldStartWith("a name appears twice");

    [Fact]
    public void A_document_says_nothing_twice() => Should.Throw<ArgumentException>(() => AttributeObject.Of(
        ("b", AttributeValue.Null), ("a", AttributeValue.Null), ("b", AttributeValue.Null))).Message.ShouldStartWith("`b` appears twice");

    [Fact]
    public void A_document_is_written_in_the_order_of_its_names() => CanonicalJson.ToText(AttributeObject.Of(
        ("b", AttributeObject.Number(3)), ("a", AttributeObject.Text("x")), ("c", AttributeObject.Texts(["y", "z"]))))
        .ShouldBe("""{"a":"x","b":3,"c":["y","z"]}""");

    [Theory]
    [InlineData("""{"a":1,"b":2,"c":3}""", "b", """{"a":1,"c":3}""")]
    [InlineData("""{"a":1,"c":3}""", "b", """{"a":1,"c":3}""")]
    [InlineData("{}", "b", "{}")]
    public void A_map_without_a_name_has_all_others(string whole, string name, string rest) => Given.Map(whole).Without(name, "z").ShouldBe(Given.Map(rest));

    [Theory]
    [InlineData("""{"a":1,"c":3}""")]
    [InlineData("""{"a":1,"b":2,"c":3}""")]
    public void A_map_with_a_member_has_that_one_by_its_name(string before) =>
        Given.Map(before).With("b", AttributeObject.Number(7)).ShouldBe(Given.Map("""{"a":1,"b":7,"c":3}"""));

    [Fact]
    public void Names_differ_by_case_and_by_composition()
    {
        var map = new AttributeMap([new("É", AttributeValue.Null), new("é", AttributeValue.Null), new("e\u0301", AttributeValue.Null)]);
        map.Members.Count.ShouldBe(3);
        map.TryGet("e", out _).ShouldBeFalse();
    }
}
