using AgentFunctions.Domain.Attributes;
using AgentFunctions.Domain.Conditions;
using AgentFunctions.Domain.Decisions;
using AgentFunctions.Domain.Principals;
using AgentFunctions.Domain.Tests.Builders;

namespace AgentFunctions.Domain.Tests.Decisions;

public sealed class AttributeReadingsTests
{
    private static readonly AccessRequest Request = Given.Request with
    {
        ActionProperties = Given.Map("""{"amount":5,"urgent":true,"tags":["a",1],"nothing":null,"nested":{"x":1}}"""),
        Route = [new RouteHop("crm", false), new RouteHop("mcp", true)],
    };

    [Theory]
    [InlineData("action.properties.amount", "5")]
    [InlineData("action.properties.urgent", "true")]
    [InlineData("action.properties.tags", """["a",1]""")]
    [InlineData("action.properties.nothing", "null")]
    [InlineData("action.properties.nested", """{"x":1}""")]
    [InlineData("action.name", "\"read\"")]
    [InlineData("context.route", """["crm","mcp"]""")]
    [InlineData("time", "\"2026-03-04T10:00:00Z\"")]
    public void A_value_is_given_as_it_was_read(string path, string expected)
    {
        var reading = AttributeReadings.Of(Request, Facts(Reading("a", path)), Given.Now).ShouldHaveSingleItem();

        reading.Path.ToString().ShouldBe(path);
        CanonicalJson.ToText(reading.Value).ShouldBe(expected);
    }

    [Fact]
    public void What_is_missing_is_not_given() =>
        AttributeReadings.Of(Request, Facts(Reading("a", "action.properties.other")), Given.Now).ShouldBeEmpty();

    [Fact]
    public void A_path_that_leads_nowhere_is_not_given() =>
        AttributeReadings.Of(Request, Facts(Reading("a", "nowhere")), Given.Now).ShouldBeEmpty();

    [Fact]
    public void Paths_of_all_sets_are_given_once_in_order()
    {
        var involved = new DelegatorFacts.Involved(Given.Living("dora"), DelegationFacts.None, Given.Set(Reading("c", "resource.id")));
        var facts = Facts(Reading("a", "time"), Reading("b", "action.name")) with
        {
            Guardrails = Given.Guardrails(Reading("g", "time"), Reading("h", "subject.id")),
            Delegator = involved,
        };

        Paths(facts).ShouldBe(["action.name", "subject.id", "time"]);
        Paths(facts with { Tenant = Given.Tenant with { DelegatorNeedsEntitlements = true } }).ShouldBe(["action.name", "resource.id", "subject.id", "time"]);
        Paths(facts with { Delegator = DelegatorFacts.None, Tenant = Given.Tenant with { DelegatorNeedsEntitlements = true } }).ShouldBe(["action.name", "subject.id", "time"]);
    }

    private static IEnumerable<string> Paths(AccessFacts facts) => AttributeReadings.Of(Request, facts, Given.Now).Select(reading => reading.Path.ToString());

    private static AccessFacts Facts(params IEnumerable<Entitlement> rules) => Given.Facts with { Entitlements = Given.Set(rules) };

    private static Entitlement Reading(string id, string path) => Given.Rule(id) with
    {
        Condition = new Condition.Compare(
            Comparison.Equal,
            new Operand.Attribute(new AttributePath(path.Split('.'))),
            new Operand.Literal(AttributeValue.Null)),
    };
}
