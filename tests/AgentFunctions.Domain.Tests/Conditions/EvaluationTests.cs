using AgentFunctions.Domain.Attributes;
using AgentFunctions.Domain.Conditions;
using AgentFunctions.Domain.Decisions;
using AgentFunctions.Domain.Resources;
using AgentFunctions.Domain.Tests.Builders;

namespace AgentFunctions.Domain.Tests.Conditions;

public sealed class EvaluationTests
{
    private static readonly AccessRequest Request = Given.Request with
    {
        Context = Given.Map(
            """
            {"five":5,"six":6,"a":"apple","b":"banana","yes":true,"no":false,"null":null,"map":{"x":1},"list":["apple",5,null],"empty":[],
             "same":["apple",5,null],"mixed":["apple","5",null],"maps":[{}],"then":"2026-03-04T09:59:59Z","now":"2026-03-04T11:00:00+01:00","deep":{"er":{"x":"y"}},
             "Z":"Z","z":"z"}
            """),
        Route = [new RouteHop("crm", true), new RouteHop("spoof", false)],
    };

    [Theory]

    // eq and ne: equal types compare, null is only null, everything else is unknown
    [InlineData("""{"eq":[{"path":"context.five"},5]}""", "yes")]
    [InlineData("""{"eq":[{"path":"context.five"},6]}""", "no")]
    [InlineData("""{"eq":[{"path":"context.five"},"5"]}""", "unknown")]
    [InlineData("""{"eq":[{"path":"context.a"},"apple"]}""", "yes")]
    [InlineData("""{"eq":[{"path":"context.a"},"Apple"]}""", "no")]
    [InlineData("""{"eq":[{"path":"context.yes"},true]}""", "yes")]
    [InlineData("""{"eq":[{"path":"context.yes"},{"path":"context.no"}]}""", "no")]
    [InlineData("""{"eq":[{"path":"context.no"},false]}""", "yes")]
    [InlineData("""{"eq":[{"path":"context.null"},null]}""", "yes")]
    [InlineData("""{"eq":[{"path":"context.a"},null]}""", "no")]
    [InlineData("""{"eq":[{"path":"context.null"},"apple"]}""", "no")]
    [InlineData("""{"eq":[{"path":"context.map"},null]}""", "no")]
    [InlineData("""{"eq":[{"path":"context.missing"},null]}""", "unknown")]
    [InlineData("""{"eq":[null,{"path":"context.missing"}]}""", "unknown")]
    [InlineData("""{"eq":[{"path":"context.map"},{"path":"context.map"}]}""", "unknown")]
    [InlineData("""{"eq":[{"path":"context.missing"},"x"]}""", "unknown")]
    [InlineData("""{"ne":[{"path":"context.missing"},"x"]}""", "unknown")]
    [InlineData("""{"ne":[{"path":"context.five"},6]}""", "yes")]
    [InlineData("""{"ne":[{"path":"context.five"},5]}""", "no")]
    [InlineData("""{"ne":[{"path":"context.a"},null]}""", "yes")]
    [InlineData("""{"eq":[{"path":"context.list"},["apple",5,null]]}""", "yes")]
    [InlineData("""{"eq":[{"path":"context.list"},{"path":"context.same"}]}""", "yes")]
    [InlineData("""{"eq":[{"path":"context.list"},["apple",6,null]]}""", "no")]
    [InlineData("""{"eq":[{"path":"context.list"},["apple",5]]}""", "no")]
    [InlineData("""{"eq":[{"path":"context.list"},["apple",5,null,1]]}""", "no")]
    [InlineData("""{"eq":[{"path":"context.list"},{"path":"context.mixed"}]}""", "unknown")]
    [InlineData("""{"eq":[{"path":"context.mixed"},["pear",5,null]]}""", "no")]
    [InlineData("""{"eq":[{"path":"context.mixed"},["apple",5,1]]}""", "no")]
    [InlineData("""{"eq":[{"path":"context.maps"},{"path":"context.maps"}]}""", "unknown")]
    [InlineData("""{"eq":[{"path":"context.empty"},[]]}""", "yes")]
    [InlineData("""{"eq":[{"path":"context.list"},"apple"]}""", "unknown")]

    // order
    [InlineData("""{"lt":[{"path":"context.five"},{"path":"context.six"}]}""", "yes")]
    [InlineData("""{"lt":[{"path":"context.five"},5]}""", "no")]
    [InlineData("""{"le":[{"path":"context.five"},5]}""", "yes")]
    [InlineData("""{"le":[{"path":"context.six"},5]}""", "no")]
    [InlineData("""{"gt":[{"path":"context.six"},5]}""", "yes")]
    [InlineData("""{"gt":[{"path":"context.five"},5]}""", "no")]
    [InlineData("""{"ge":[{"path":"context.five"},5]}""", "yes")]
    [InlineData("""{"ge":[{"path":"context.five"},6]}""", "no")]
    [InlineData("""{"lt":[{"path":"context.a"},{"path":"context.b"}]}""", "yes")]
    [InlineData("""{"lt":[{"path":"context.Z"},{"path":"context.a"}]}""", "yes")]
    [InlineData("""{"lt":[{"path":"context.z"},{"path":"context.a"}]}""", "no")]
    [InlineData("""{"lt":[{"path":"context.a"},5]}""", "unknown")]
    [InlineData("""{"le":[{"path":"context.missing"},5]}""", "unknown")]
    [InlineData("""{"gt":[{"path":"context.yes"},{"path":"context.no"}]}""", "unknown")]
    [InlineData("""{"ge":[{"path":"context.list"},{"path":"context.list"}]}""", "unknown")]

    // time
    [InlineData("""{"gt":[{"path":"time"},"2026-03-04T09:59:59.9999999Z"]}""", "yes")]
    [InlineData("""{"eq":["2026-03-04T11:00:00+01:00",{"path":"time"}]}""", "yes")]
    [InlineData("""{"ne":[{"path":"time"},"2026-03-04T11:00:00+01:00"]}""", "no")]
    [InlineData("""{"gt":[{"path":"time"},{"path":"context.then"}]}""", "yes")]
    [InlineData("""{"lt":[{"path":"context.then"},{"path":"time"}]}""", "yes")]
    [InlineData("""{"eq":[{"path":"context.now"},{"path":"time"}]}""", "yes")]
    [InlineData("""{"eq":[{"path":"time"},{"path":"time"}]}""", "yes")]
    [InlineData("""{"eq":[{"path":"time"},{"path":"context.a"}]}""", "unknown")]
    [InlineData("""{"lt":[{"path":"time"},{"path":"context.five"}]}""", "unknown")]
    [InlineData("""{"lt":[{"path":"context.five"},{"path":"time"}]}""", "unknown")]
    [InlineData("""{"in":[{"path":"time"},["2026-03-04T11:00:00+01:00"]]}""", "yes")]

    // in and contains
    [InlineData("""{"in":[{"path":"context.a"},["pear","apple"]]}""", "yes")]
    [InlineData("""{"in":[{"path":"context.a"},["pear","plum"]]}""", "no")]
    [InlineData("""{"in":[{"path":"context.a"},[]]}""", "no")]
    [InlineData("""{"in":[{"path":"context.a"},[1,"apple"]]}""", "yes")]
    [InlineData("""{"in":[{"path":"context.a"},[1,"pear"]]}""", "unknown")]
    [InlineData("""{"in":[{"path":"context.null"},["pear",null]]}""", "yes")]
    [InlineData("""{"in":[{"path":"context.missing"},["pear"]]}""", "unknown")]
    [InlineData("""{"in":[{"path":"context.list"},["apple"]]}""", "unknown")]
    [InlineData("""{"in":[{"path":"context.map"},["apple"]]}""", "unknown")]
    [InlineData("""{"in":[{"path":"context.a"},{"path":"context.b"}]}""", "unknown")]
    [InlineData("""{"in":[{"path":"context.a"},{"path":"context.missing"}]}""", "unknown")]
    [InlineData("""{"contains":[{"path":"context.list"},5]}""", "yes")]
    [InlineData("""{"contains":[{"path":"context.empty"},5]}""", "no")]
    [InlineData("""{"contains":[{"path":"context.list"},{"path":"context.empty"}]}""", "unknown")]
    [InlineData("""{"contains":[{"path":"context.b"},"nan"]}""", "yes")]
    [InlineData("""{"contains":[{"path":"context.b"},"Nan"]}""", "no")]
    [InlineData("""{"contains":[{"path":"context.b"},5]}""", "unknown")]
    [InlineData("""{"contains":[{"path":"context.five"},"5"]}""", "unknown")]
    [InlineData("""{"starts_with":[{"path":"context.b"},"ban"]}""", "yes")]
    [InlineData("""{"starts_with":[{"path":"context.b"},"ana"]}""", "no")]
    [InlineData("""{"starts_with":[{"path":"context.five"},"5"]}""", "unknown")]
    [InlineData("""{"starts_with":["5",{"path":"context.five"}]}""", "unknown")]

    // paths
    [InlineData("""{"eq":[{"path":"context.deep.er.x"},"y"]}""", "yes")]
    [InlineData("""{"eq":[{"path":"context.deep.x.er"},"y"]}""", "unknown")]
    [InlineData("""{"eq":[{"path":"context.a.x"},"y"]}""", "unknown")]
    [InlineData("""{"contains":[{"path":"context.route"},"spoof"]}""", "yes")]
    [InlineData("""{"eq":[{"path":"context.route"},["crm","spoof"]]}""", "yes")]
    [InlineData("""{"in":["crm",{"path":"context.route"}]}""", "yes")]

    // Kleene
    [InlineData("""{"all":[]}""", "yes")]
    [InlineData("""{"all":[{"eq":[{"path":"context.five"},5]},{"eq":[{"path":"context.missing"},5]}]}""", "unknown")]
    [InlineData("""{"all":[{"eq":[{"path":"context.missing"},5]},{"eq":[{"path":"context.five"},5]}]}""", "unknown")]
    [InlineData("""{"all":[{"eq":[{"path":"context.missing"},5]},{"eq":[{"path":"context.five"},6]}]}""", "no")]
    [InlineData("""{"all":[{"eq":[{"path":"context.five"},6]},{"eq":[{"path":"context.missing"},5]}]}""", "no")]
    [InlineData("""{"any":[{"eq":[{"path":"context.five"},6]},{"eq":[{"path":"context.missing"},5]}]}""", "unknown")]
    [InlineData("""{"any":[{"eq":[{"path":"context.missing"},5]},{"eq":[{"path":"context.five"},6]}]}""", "unknown")]
    [InlineData("""{"any":[{"eq":[{"path":"context.missing"},5]},{"eq":[{"path":"context.five"},5]}]}""", "yes")]
    [InlineData("""{"any":[{"eq":[{"path":"context.five"},5]},{"eq":[{"path":"context.missing"},5]}]}""", "yes")]
    [InlineData("""{"any":[{"eq":[{"path":"context.five"},6]}]}""", "no")]
    [InlineData("""{"not":{"eq":[{"path":"context.five"},5]}}""", "no")]
    [InlineData("""{"not":{"eq":[{"path":"context.five"},6]}}""", "yes")]
    [InlineData("""{"not":{"eq":[{"path":"context.missing"},6]}}""", "unknown")]
    public void A_condition_is_true_false_or_unknown(string json, string expected) =>
        Evaluate(Parse(json)).ToString().ToLowerInvariant().ShouldBe(expected);

    [Fact]
    public void A_path_that_leads_nowhere_is_unknown() =>
        Evaluate(new Condition.Compare(Comparison.Equal, Path("nowhere"), Path("nowhere"))).ShouldBe(Truth.Unknown);

    [Fact]
    public void An_undefined_comparison_is_unknown() =>
        Evaluate(new Condition.Compare((Comparison)99, Path("time"), Path("time"))).ShouldBe(Truth.Unknown);

    [Fact]
    public void An_any_of_nothing_is_false() => Evaluate(new Condition.Any([])).ShouldBe(Truth.No);

    [Fact]
    public void A_number_before_a_time_stays_a_number() =>
        Evaluate(new Condition.Compare(Comparison.Equal, Path("time"), new Operand.Literal(new AttributeValue.Number(5)))).ShouldBe(Truth.Unknown);

    [Fact]
    public void Text_before_a_time_that_is_none_is_unknown() =>
        Evaluate(new Condition.Compare(Comparison.Equal, Path("time"), new Operand.Literal(new AttributeValue.Text("x")))).ShouldBe(Truth.Unknown);

    [Fact]
    public void Actors_are_missing_where_none_acts()
    {
        var source = new AttributeSource(Given.Request with { Actors = [] }, Given.Facts with { Actors = [] }, Given.Now);
        foreach (var path in new[] { "actor.id", "actor.type", "actor.properties.x" })
        {
            CompiledCondition.Of(new Condition.Compare(Comparison.Equal, Path(path), Path(path))).Evaluate(source).ShouldBe(Truth.Unknown);
        }
    }

    [Fact]
    public void Claimed_properties_are_read_where_nothing_is_registered()
    {
        var request = Given.Request with { ResourceProperties = Given.Map("""{"a":1}""") };
        var source = new AttributeSource(request, Given.Facts with { Resource = ResourceFacts.None }, Given.Now);

        CompiledCondition.Of(Parse("""{"eq":[{"path":"resource.properties.a"},1]}""")).Evaluate(source).ShouldBe(Truth.Yes);
    }

    [Fact]
    public void A_registered_member_hides_the_claimed_one_with_all_that_is_in_it()
    {
        var request = Given.Request with { ResourceProperties = Given.Map("""{"a":{"b":1}}""") };
        var resource = new Resource { Id = request.Resource, Sensitivity = Sensitivity.Low, Properties = Given.Map("""{"a":{"c":1}}""") };
        var source = new AttributeSource(request, Given.Facts with { Resource = new ResourceFacts.Registered(resource) }, Given.Now);

        CompiledCondition.Of(Parse("""{"eq":[{"path":"resource.properties.a.b"},1]}""")).Evaluate(source).ShouldBe(Truth.Unknown);
    }

    [Fact]
    public void Evaluation_allocates_nothing()
    {
        var condition = CompiledCondition.Of(Parse(
            """{"all":[{"in":[{"path":"context.a"},["x","apple"]]},{"contains":[{"path":"context.route"},"spoof"]},{"gt":[{"path":"time"},{"path":"context.then"}]},{"eq":[{"path":"context.list"},{"path":"context.same"}]},{"within":{"days":["wed"],"from":"08:00","to":"18:00","zone":"Europe/Berlin"}}]}"""));
        var source = new AttributeSource(Request, Given.Facts, Given.Now);
        condition.Evaluate(source).ShouldBe(Truth.Yes);
        var before = GC.GetAllocatedBytesForCurrentThread();
        _ = condition.Evaluate(source);

        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBe(0);
    }

    private static Operand.Attribute Path(string path) => new(new AttributePath(path.Split('.')));

    private static Truth Evaluate(Condition condition) => CompiledCondition.Of(condition).Evaluate(new AttributeSource(Request, Given.Facts, Given.Now));

    private static Condition Parse(string json) => ConditionJson.Parse(Given.Json(json)).ShouldBeOfType<JsonParse<Condition>.Accepted>().Value;
}
