using System.Text.Json.Nodes;

namespace AgentFunctions.Contract.Tests.Drivers;

/// <summary>One AuthZEN decision with its context.</summary>
internal sealed record JudgedAnswer(JsonObject Json)
{
    public bool Decision => Json["decision"].ShouldNotBeNull().GetValue<bool>();

    public JsonObject Context => Json["context"].ShouldNotBeNull().AsObject();

    public string Outcome => Text("outcome");

    public string EvaluationId => Text("evaluation_id");

    public string Digest => Text("digest");

    public string PolicyVersion => Text("policy_version");

    /// <summary>The codes of the reasons, in their order.</summary>
    public IReadOnlyList<string> Reasons => Texts("reasons", "code");

    /// <summary>The ids of the rules that matched.</summary>
    public IReadOnlyList<string> Matched => Texts("matched", "id");

    public IReadOnlyDictionary<string, string> Factors =>
        Context["factors"].ShouldNotBeNull().AsObject().ToDictionary(factor => factor.Key, factor => factor.Value.ShouldNotBeNull().GetValue<string>());

    /// <summary>An outcome and the reasons that stand in the way, in their order; `decision` agrees.</summary>
    public JudgedAnswer ShouldBe(string outcome, params string[] reasons)
    {
        Outcome.ShouldBe(outcome, Json.ToJsonString());
        Decision.ShouldBe(outcome == "allow");
        Reasons.ShouldBe(reasons, Json.ToJsonString());
        return this;
    }

    private string Text(string name) => Context[name].ShouldNotBeNull($"no `{name}` in {Json.ToJsonString()}").GetValue<string>();

    private IReadOnlyList<string> Texts(string list, string member) =>
        [.. Context[list].ShouldNotBeNull($"no `{list}` in {Json.ToJsonString()}").AsArray().Select(item => item.ShouldNotBeNull()[member].ShouldNotBeNull().GetValue<string>())];
}
