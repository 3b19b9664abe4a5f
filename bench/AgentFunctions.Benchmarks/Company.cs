using System.Globalization;
using AgentFunctions.Domain.Agents;
using AgentFunctions.Domain.Attributes;
using AgentFunctions.Domain.Conditions;
using AgentFunctions.Domain.Decisions;
using AgentFunctions.Domain.Directory;
using AgentFunctions.Domain.Guardrails;
using AgentFunctions.Domain.Principals;
using AgentFunctions.Domain.Resources;

namespace AgentFunctions.Benchmarks;

/// <summary>
/// One agent with as many entitlements as are asked for, and requests spread over all of them: seven in ten name one
/// document, two in ten a folder by prefix, one in ten is a challenge or deny, every fifth has a condition.
/// </summary>
internal static class Company
{
    public static readonly DateTimeOffset Now = new(2026, 3, 4, 10, 0, 0, TimeSpan.Zero);

    private static readonly string[] Actions = ["read", "write", "share", "delete", "export"];

    public static Entitlement Entitlement(int number) => new()
    {
        Id = $"e-{Digits(number)}",
        Effect = (number % 10) switch { 8 when number % 20 == 8 => Effect.Challenge, 8 => Effect.Deny, _ => Effect.Allow },
        Actions = [Actions[number % Actions.Length], "list"],
        Resource = new ResourcePattern("document", number % 10 is 3 or 6 ? $"{Folder(number)}*" : Document(number)),
        Condition = number % 5 == 0 ? IsOpen : Condition.Always,
        ExpiresAt = Now.AddDays(30),
    };

    public static AccessRequest Request(int number) => new()
    {
        Caller = "gateway",
        Subject = new PrincipalId(PrincipalId.AgentType, "payroll-bot"),
        Actors = [Agent],
        Action = Actions[number % Actions.Length],
        Resource = new ResourceId("document", Document(number)),
        ResourceProperties = new AttributeMap(new Dictionary<string, AttributeValue> { ["status"] = new AttributeValue.Text("open") }),
    };

    public static AccessFacts Facts(CompiledEntitlements entitlements) => new()
    {
        Tenant = new Tenant { Switch = TenantSwitch.Active, GuardrailsVersion = 0 },
        Guardrails = CompiledEntitlements.Compile(0, Enumerable.Range(0, 5).Select(Guardrail)),
        Actors = [Actor],
        Subject = new SubjectFacts(AttributeMap.Empty, Person.Unseen(PersonId.Nobody)),
        Entitlements = entitlements,
        Delegator = DelegatorFacts.None,
        Resource = ResourceFacts.None,
    };

    private static Condition IsOpen { get; } = new Condition.Compare(
        Comparison.Equal,
        new Operand.Attribute(new AttributePath(["resource", "properties", "status"])),
        new Operand.Literal(new AttributeValue.Text("open")));

    private static AgentId Agent { get; } = AgentId.TryParse("payroll-bot", out var id) ? id : throw new InvalidOperationException();

    private static ActorFacts Actor { get; } = new ActorFacts.Registered(
        new Agent
        {
            Id = Agent,
            Status = AgentStatus.Active,
            Owner = Living("olga").Id,
            Deputy = Living("dan").Id,
            DeputySince = Now,
            Purpose = "payroll",
            Autonomy = Autonomy.High,
            Tolerance = Sensitivity.High,
        },
        Living("olga"),
        Living("dan"));

    private static Entitlement Guardrail(int number) => new()
    {
        Id = $"g-{Digits(number)}",
        Effect = Effect.Deny,
        Actions = ["wire_transfer", "delete_*"],
        Resource = new ResourcePattern("*", number == 0 ? "*" : $"vault/{Digits(number)}/*"),
    };

    private static Person Living(string id) => new()
    {
        Id = PersonId.TryParse(id, out var parsed) ? parsed : PersonId.Nobody,
        Standing = Standing.Living,
        Since = Now,
        ConfirmedAt = Now,
        Source = PersonSource.Directory,
    };

    private static string Folder(int number) => $"/sites/hr/{Digits(number)}/";

    private static string Document(int number) => $"{Folder(number)}contract.docx";

    private static string Digits(int number) => number.ToString("D6", CultureInfo.InvariantCulture);
}
