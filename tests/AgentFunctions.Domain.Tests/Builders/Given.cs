using AgentFunctions.Domain.Agents;
using AgentFunctions.Domain.Attributes;
using AgentFunctions.Domain.Decisions;
using AgentFunctions.Domain.Delegations;
using AgentFunctions.Domain.Directory;
using AgentFunctions.Domain.Guardrails;
using AgentFunctions.Domain.Principals;
using AgentFunctions.Domain.Resources;

namespace AgentFunctions.Domain.Tests.Builders;

/// <summary>A company in which everything is in order, so that a test shows only what is not.</summary>
internal static class Given
{
    public static readonly DateTimeOffset Now = new(2026, 3, 4, 10, 0, 0, TimeSpan.Zero);

    public static AgentId Agent(string id) => AgentId.TryParse(id, out var parsed) ? parsed : throw new ArgumentException("not an agent's name", nameof(id));

    public static PersonId Person(string id) => PersonId.TryParse(id, out var parsed) ? parsed : throw new ArgumentException("not a person's id", nameof(id));

    public static Person Living(string id) => new()
    {
        Id = Person(id),
        Standing = Standing.Living,
        Since = Now.AddYears(-1),
        ConfirmedAt = Now,
    };

    public static Tenant Tenant { get; } = new() { Switch = TenantSwitch.Active, GuardrailsVersion = 0 };

    public static ActorFacts.Registered Actor(string id) => new(
        new Agent
        {
            Id = Agent(id),
            Status = AgentStatus.Active,
            Owner = Person("olga"),
            Deputy = Person("dan"),
            DeputySince = Now.AddYears(-1),
            Purpose = "payroll",
            Autonomy = Autonomy.High,
            Tolerance = Sensitivity.Critical,
        },
        Living("olga"),
        Living("dan"));

    public static Entitlement Rule(string id, Effect effect = Effect.Allow, string action = "read", string type = "document", string resource = "*") => new()
    {
        Id = id,
        Effect = effect,
        Actions = [action],
        Resource = new ResourcePattern(type, resource),
    };

    public static CompiledEntitlements Set(params IEnumerable<Entitlement> rules) => CompiledEntitlements.Compile(1, rules);

    public static CompiledEntitlements Guardrails(params IEnumerable<Entitlement> rules) => CompiledEntitlements.Compile(0, rules);

    public static Delegation Delegation(string delegator, string agent) => new()
    {
        Delegator = Person(delegator),
        Agent = Agent(agent),
        Version = 1,
        Actions = ["*"],
        Resources = [new ResourcePattern("*", "*")],
        ExpiresAt = Now.AddDays(1),
    };

    public static AccessRequest Request { get; } = new()
    {
        Caller = "gateway",
        Subject = new PrincipalId(PrincipalId.AgentType, "payroll-bot"),
        Actors = [Agent("payroll-bot")],
        Action = "read",
        Resource = new ResourceId("document", "doc-1"),
    };

    public static AccessFacts Facts { get; } = new()
    {
        Tenant = Tenant,
        Guardrails = CompiledEntitlements.Empty,
        Actors = [Actor("payroll-bot")],
        Subject = new SubjectFacts(AttributeMap.Empty, Directory.Person.Unseen(PersonId.Nobody)),
        Entitlements = Set(Rule("read-documents")),
        Delegator = DelegatorFacts.None,
        Resource = new ResourceFacts.Registered(new Resource { Id = new ResourceId("document", "doc-1"), Sensitivity = Sensitivity.Low }),
    };

    public static AttributeValue Json(string text) => AttributeJson.Parse(System.Text.Encoding.UTF8.GetBytes(text), 64) switch
    {
        JsonParse<AttributeValue>.Accepted accepted => accepted.Value,
        JsonParse<AttributeValue>.Refused refused => throw new ArgumentException($"{refused.Pointer} {refused.Why}", nameof(text)),
        _ => throw new ArgumentException("cannot be understood", nameof(text)),
    };

    public static AttributeMap Map(string text) => ((AttributeValue.Map)Json(text)).Members;
}
