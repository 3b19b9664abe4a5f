using AgentFunctions.Domain.Attributes;
using AgentFunctions.Domain.Decisions;
using AgentFunctions.Domain.Principals;
using AgentFunctions.Domain.Tests.Builders;

namespace AgentFunctions.Domain.Tests.Decisions;

public sealed class DecisionCaseTests
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Decisions", "Cases");

    public static TheoryData<string> Cases => [.. System.IO.Directory.EnumerateFiles(Folder, "*.json").Select(path => Path.GetFileNameWithoutExtension(path)).Order()];

    [Theory]
    [MemberData(nameof(Cases))]
    public void The_case_comes_out_as_written(string name)
    {
        var given = DecisionCase.Read(Path.Combine(Folder, $"{name}.json"));

        var decision = AccessPolicy.Decide(given.Request, given.Facts, given.Now);

        CanonicalJson.ToText(Describe(decision, given.Expected)).ShouldBe(CanonicalJson.ToText(new AttributeValue.Map(given.Expected)));
    }

    /// <summary>The outcome and the reasons always; rules, obligations and factors where the case speaks of them.</summary>
    private static AttributeValue.Map Describe(Decision decision, AttributeMap expected)
    {
        var said = new Dictionary<string, AttributeValue>
        {
            ["outcome"] = new AttributeValue.Text(OutcomeOf(decision)),
            ["reasons"] = Texts(decision.Reasons.Select(reason =>
                $"{reason.Factor.ToString().ToLowerInvariant()} {EffectNames.Of(reason.Effect)} {ReasonCodes.NameOf(reason.Code)} {reason.About}")),
            ["matched"] = Texts(decision.Matched.Select(rule => $"{rule.Factor.ToString().ToLowerInvariant()} {EffectNames.Of(rule.Effect)} {rule.Id}")),
            ["obligations"] = Texts(decision.Obligations.Select(obligation =>
                $"{obligation.Id} {obligation.Type} {CanonicalJson.ToText(new AttributeValue.Map(obligation.Properties))}")),
            ["factors"] = Texts(Enum.GetValues<Factor>()
                .Where(factor => decision.Factors.TryGet(factor, out _))
                .Select(factor => $"{factor.ToString().ToLowerInvariant()} {(decision.Factors.TryGet(factor, out var effect) ? EffectNames.Of(effect) : string.Empty)}")),
        };
        return new(new AttributeMap(said.Where(member => member.Key is "outcome" or "reasons" || expected.TryGet(member.Key, out _)).ToDictionary()));
    }

    private static string OutcomeOf(Decision decision) => decision switch
    {
        Decision.Allow => "allow",
        Decision.Challenge => "challenge",
        _ => "deny",
    };

    private static AttributeValue.List Texts(IEnumerable<string> texts) => new([.. texts.Select(text => new AttributeValue.Text(text))]);
}
