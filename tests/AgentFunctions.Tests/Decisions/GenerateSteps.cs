using System.Globalization;
using AgentFunctions.Decisions.Facts;
using AgentFunctions.Domain.Agents;
using AgentFunctions.Domain.Directory;
using AgentFunctions.Domain.Principals;
using AgentFunctions.Domain.Resources;
using AgentFunctions.Hosting.Storage;
using AgentFunctions.Principals;
using AgentFunctions.Security;
using CsCheck;

namespace AgentFunctions.Tests.Decisions;

/// <summary>Questions and edits over few names, so that they meet often.</summary>
internal static class GenerateSteps
{
    private static readonly Gen<string> Conditions = Gen.OneOf(
        "",
        """{"eq":[{"path":"context.x"},1]}""",
        """{"not":{"eq":[{"path":"context.missing"},1]}}""",
        """{"eq":[{"path":"subject.properties.role"},"clerk"]}""",
        """{"eq":[{"path":"subject.properties.team.name"},"blue"]}""",
        """{"eq":[{"path":"actor.properties.team.name"},"blue"]}""",
        """{"eq":[{"path":"actor.properties.team.size"},3]}""",
        """{"eq":[{"path":"subject.properties.role"},{"path":"resource.properties.role"}]}""",
        """{"gt":[{"path":"action.properties.arguments.amount"},10]}""",
        """{"eq":[{"path":"resource.properties.status"},"open"]}""",
        """{"contains":[{"path":"context.route"},"hub"]}""",
        """{"lt":[{"path":"time"},"2999-01-01T00:00:00Z"]}""");

    private static readonly Gen<string> Properties = Gen.OneOf(
        "{}", """{"role":"clerk"}""", """{"role":"boss","team":{"name":"blue","size":3}}""", """{"team":{"name":"red"}}""", """{"role":null,"team":"blue","status":"open"}""");

    private static readonly Gen<SetAddress> Sets = Gen.OneOf(
        RuleEdits.Of("agent", "bot"), RuleEdits.Of("agent", "far"), RuleEdits.Of("user", "dora"), RuleEdits.Of("identity", "dora"), RuleEdits.Guardrails);

    private static readonly Gen<string> RuleIds = Gen.Int[0, 4].Select(id => id.ToString(CultureInfo.InvariantCulture));

    private static readonly Gen<Entitlement> Rules = Gen.Select(
        RuleIds, Gen.OneOf(Effect.Allow, Effect.Allow, Effect.Challenge, Effect.Deny), Gen.OneOf("read", "re*", "*", "write"), Conditions, Gen.Bool, Gen.Int[0, 3])
        .Select((id, effect, action, condition, purpose, end) => Given.Rule(id, effect, action, condition) with
        {
            Purpose = purpose ? "payroll" : "",
            ExpiresAt = end == 0 ? DateTimeOffset.UtcNow.AddMilliseconds(30) : DateTimeOffset.MaxValue,
            Obligations = end == 1 ? [new Obligation("log", "log", Callers.Map("""{"level":2}"""))] : [],
        });

    private static readonly Gen<Step> Asked = Gen.Select(
        Gen.OneOf(
            """{"type":"agent","id":"bot","properties":P}""",
            """{"type":"user","id":"dora","properties":P}""",
            """{"type":"identity","id":"dora","properties":P}""",
            """{"type":"agent","id":"far","properties":P}""",
            """{"type":"service","id":"cron","properties":P}"""),
        Properties, Properties, Gen.OneOf("", "bot", "far"), Gen.Int[0, 20], Gen.OneOf("{}", """{"x":1}""", """{"route":["hub","bot"]}"""), Gen.Int[0, 2])
        .Select((subject, claimed, resource, act, amount, context, caller) => Step.Ask(
            $$$"""
            {"subject":{{{subject.Replace("P", act.Length == 0 ? claimed : WithAct(claimed, act), StringComparison.Ordinal)}}},
             "action":{"name":"read","properties":{"arguments":{"amount":{{{amount.ToString(CultureInfo.InvariantCulture)}}} } }},
             "resource":{"type":"document","id":"doc-1","properties":{{{resource}}}},"context":{{{context}}}}
            """,
            caller switch { 0 => Callers.Bot, 1 => Callers.Gateway with { Person = Callers.Dora }, _ => Callers.GatewayForPeople }));

    private static readonly Gen<Step> Edited = Gen.OneOf(
        Gen.Select(Sets, Rules).Select((set, rule) => Step.Change($"put {set} {rule}", app => RuleEdits.PutAsync(app.Tables, set, rule))),
        Gen.Select(Sets, RuleIds).Select((set, id) => Step.Change($"delete {set} {id}", app => RuleEdits.DeleteAsync(app.Tables, set, id))),
        Gen.Select(Gen.OneOf("bot", "far"), Gen.OneOf(AgentStatus.Active, AgentStatus.Active, AgentStatus.Suspended), Gen.Enum<Autonomy>(), Gen.OneOf("", "olga", "dan"), Properties)
            .Select((id, status, autonomy, deputy, properties) => Step.Change($"agent {id} {status} {autonomy} {deputy} {properties}", app => app.PutAsync(Given.Agent(id) with
            {
                Status = status,
                Autonomy = autonomy,
                Deputy = deputy.Length == 0 ? PersonId.Nobody : Given.PersonId(deputy),
                Properties = Callers.Map(properties),
            }))),
        Gen.Select(Gen.OneOf("olga", "dan", "dora"), Gen.Int[0, 4], Gen.Bool, Gen.Int[0, 90])
            .Select((id, standing, directory, age) => Step.Change($"person {id} {standing} {directory} {age}", app => app.PutAsync(Given.Living(id) with
            {
                Standing = standing switch { 0 => Standing.Unknown, 1 => Standing.Left, _ => Standing.Living },
                Source = directory ? PersonSource.Directory : PersonSource.Manual,
                ConfirmedAt = DateTimeOffset.UtcNow.AddMinutes(-age),
            }))),
        Gen.Select(Gen.Enum<Sensitivity>(), Properties)
            .Select((sensitivity, properties) => Step.Change($"resource {sensitivity} {properties}", app => app.PutAsync(Given.Resource(sensitivity, properties)))),
        Gen.Const(Step.Change("no resource", app => app.RemoveAsync(Given.Document))),
        Gen.Select(Gen.OneOf("bot", "far"), Gen.Int[1, 5], Gen.OneOf("*", "re*", "write"))
            .Select((agent, version, action) => Step.Change($"lend {agent} {action}", app => app.PutAsync(Given.Delegation("dora", agent) with { Version = version, Actions = [action] }))),
        Gen.OneOf("bot", "far").Select(agent => Step.Change($"withdraw {agent}", app => app.RemoveAsync(Given.Delegation("dora", agent)))),
        Gen.Select(Gen.Bool, Gen.Int[0, 20]).Select((needs, grace) => Step.Change($"tenant {needs} {grace}", app =>
            app.PutAsync(Given.Tenant with { DelegatorNeedsEntitlements = needs, DeputyGraceDays = grace }))),
        Properties.Select(properties => Step.Change($"dora is {properties}", app => app.MergeAsync(
            app.Tables[TableNames.Principals], RuleEdits.Of("user", "dora").Partition, PrincipalTable.HeadKey, PrincipalTable.ColumnsOf(Callers.Map(properties), 1)))));

    /// <summary>Half questions, half edits.</summary>
    public static Gen<Step[]> Steps { get; } = Gen.OneOf(Asked, Edited).Array[10, 40];

    /// <summary>Puts everything in order.</summary>
    public static IReadOnlyList<Step> Founding { get; } =
    [
        Step.Change("tenant", app => app.PutAsync(Given.Tenant)),
        Step.Change("olga", app => app.PutAsync(Given.Living("olga"))),
        Step.Change("dan", app => app.PutAsync(Given.Living("dan"))),
        Step.Change("dora", app => app.PutAsync(Given.Living("dora"))),
        Step.Change("bot", app => app.PutAsync(Given.Agent("bot"))),
        Step.Change("document", app => app.PutAsync(Given.Resource())),
        Step.Change("lent", app => app.PutAsync(Given.Delegation("dora", "bot"))),
        Step.Change("rule", app => RuleEdits.PutAsync(app.Tables, RuleEdits.Of("agent", "bot"), Given.Rule("0"))),
    ];

    private static string WithAct(string properties, string act) =>
        properties == "{}" ? $$$"""{"act":{"sub":"{{{act}}}"}}""" : $$$"""{"act":{"sub":"{{{act}}}"},{{{properties[1..]}}}""";
}
