using System.Text.Json.Nodes;

namespace AgentFunctions.Soak;

/// <summary>An answer of the app; status 0 where there was none.</summary>
internal sealed record Said(int Status, JsonNode Body)
{
    public static Said Nothing { get; } = new(0, new JsonObject());

    public bool IsAllow => Status == 200 && Body["decision"]?.GetValue<bool>() == true;

    public bool IsDeny => Status == 200 && Body["decision"]?.GetValue<bool>() == false;

    public bool IsDone => Status is >= 200 and < 300;

    public Guid EvaluationId => Body["context"]!["evaluation_id"]!.GetValue<Guid>(); // Every decision has one.

    public override string ToString() => $"{Status} {Body.ToJsonString()}";
}
