using System.Text.Json.Nodes;

namespace AgentFunctions.Tests.Decisions;

/// <summary>An answer as its caller heard it.</summary>
internal sealed record Heard(int Status, string MediaType, JsonNode Body, TimeSpan Elapsed)
{
    public bool IsAllow => Status == 200 && Body["decision"]!.GetValue<bool>(); // Every decision says so.

    /// <summary>A deny, or 503 with problem details: nothing that lets an act happen.</summary>
    public bool IsRefusal => Status == 200
        ? !IsAllow
        : Status == 503 && MediaType == "application/problem+json" && Body["code"]!.GetValue<string>().Length > 0; // Every problem has one.

    public Guid EvaluationId => Body["context"]!["evaluation_id"]!.GetValue<Guid>(); // Every decision has one.

    public override string ToString() => $"{Status} after {Elapsed.TotalMilliseconds:F0} ms: {Body.ToJsonString()}";
}
