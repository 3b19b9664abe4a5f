using AgentFunctions.Domain.Agents;
using AgentFunctions.Domain.Conditions;
using AgentFunctions.Domain.Attributes;
using AgentFunctions.Domain.Delegations;
using AgentFunctions.Domain.Directory;
using AgentFunctions.Domain.Guardrails;
using AgentFunctions.Domain.Principals;
using AgentFunctions.Domain.Resources;

namespace AgentFunctions.Tests.Decisions;

/// <summary>A company in which everything is in order, so that a test shows only what is not.</summary>
internal static class Given
{
    public static ResourceId Document { get; } = new("document", "doc-1");

    public static Tenant Tenant { get; } = new() { Switch = TenantSwitch.Active, GuardrailsVersion = 0 };

    public static AgentId AgentId(string id) => Domain.Agents.AgentId.TryParse(id, out var agent) ? agent : throw new ArgumentException("no name", nameof(id));

    public static PersonId PersonId(string id) => Domain.Directory.PersonId.TryParse(id, out var person) ? person : throw new ArgumentException("no id", nameof(id));

    public static Person Living(string id) => new()
    {
        Id = PersonId(id),
        Standing = Standing.Living,
        Since = DateTimeOffset.UnixEpoch,
        ConfirmedAt = DateTimeOffset.UnixEpoch,
    };

    public static Agent Agent(string id) => new()
    {
        Id = AgentId(id),
        Status = AgentStatus.Active,
        Owner = PersonId("olga"),
        Deputy = PersonId("dan"),
        DeputySince = DateTimeOffset.UnixEpoch,
        Purpose = "payroll",
        Autonomy = Autonomy.High,
        Tolerance = Sensitivity.Critical,
    };

    public static Resource Resource(Sensitivity sensitivity = Sensitivity.Low, string properties = "{}") =>
        new() { Id = Document, Sensitivity = sensitivity, Properties = Callers.Map(properties) };

    public static Delegation Delegation(string person, string agent) => new()
    {
        Delegator = PersonId(person),
        Agent = AgentId(agent),
        Version = 1,
        Actions = ["*"],
        Resources = [new ResourcePattern("*", "*")],
        ExpiresAt = DateTimeOffset.MaxValue,
    };

    public static Entitlement Rule(string id, Effect effect = Effect.Allow, string action = "read", string condition = "") => new()
    {
        Id = id,
        Effect = effect,
        Actions = [action],
        Resource = new ResourcePattern("document", "*"),
        Condition = condition.Length == 0 ? Condition.Always : Parse(condition),
    };

    public static Condition Parse(string json) =>
        ConditionJson.Parse(Callers.Json(json)) is JsonParse<Condition>.Accepted accepted ? accepted.Value : throw new ArgumentException("no condition", nameof(json));
}
