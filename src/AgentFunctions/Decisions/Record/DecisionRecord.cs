using AgentFunctions.Domain.Attributes;
using AgentFunctions.Domain.Decisions;
using AgentFunctions.Domain.Principals;
using AgentFunctions.Hosting;

namespace AgentFunctions.Decisions.Record;

/// <summary>A decision as the answer and the ledger say it, in the same words.</summary>
internal static class DecisionRecord
{
    public static string OutcomeOf(Decision decision) => decision switch
    {
        Decision.Allow => "allow",
        Decision.Challenge => "challenge",
        _ => "deny",
    };

    public static AttributeValue.Map Print(Decision decision) => AttributeObject.Of(
        ("factors", PrintFactors(decision.Factors)),
        ("matched", new AttributeValue.List([.. decision.Matched.Select(Print)])),
        ("obligations", new AttributeValue.List([.. decision.Obligations.Select(Print)])),
        ("outcome", AttributeObject.Text(OutcomeOf(decision))),
        ("reasons", new AttributeValue.List([.. decision.Reasons.Select(Print)])));

    private static AttributeValue.Map PrintFactors(FactorEffects factors)
    {
        var members = new Dictionary<string, AttributeValue>(StringComparer.Ordinal);
        foreach (var factor in Enum.GetValues<Factor>())
        {
            if (factors.TryGet(factor, out var effect))
            {
                members.Add(WireName.Of(factor), NameOf(effect));
            }
        }

        return new(new AttributeMap(members));
    }

    private static AttributeValue Print(Reason reason) => AttributeObject.Of(
        ("about", AttributeObject.Of(
            ("id", AttributeObject.Text(reason.About.Id)),
            ("type", AttributeObject.Text(reason.About.Type)))),
        ("code", AttributeObject.Text(ReasonCodes.NameOf(reason.Code))),
        ("effect", NameOf(reason.Effect)),
        ("factor", AttributeObject.Text(WireName.Of(reason.Factor))));

    private static AttributeValue Print(MatchedRule rule) => AttributeObject.Of(
        ("effect", NameOf(rule.Effect)),
        ("factor", AttributeObject.Text(WireName.Of(rule.Factor))),
        ("id", AttributeObject.Text(rule.Id)));

    private static AttributeValue Print(Obligation obligation) => AttributeObject.Of(
        ("id", AttributeObject.Text(obligation.Id)),
        ("properties", new AttributeValue.Map(obligation.Properties)),
        ("type", AttributeObject.Text(obligation.Type)));

    private static AttributeValue.Text NameOf(Effect effect) => AttributeObject.Text(WireName.Of(effect));
}
