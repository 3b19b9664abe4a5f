using AgentFunctions.Contract.Tests.Drivers;

namespace AgentFunctions.Contract.Tests.Hostile;

/// <summary>Claims of being somebody else, of acting for somebody, of having come by a route.</summary>
internal static class ActorAttacks
{
    private static readonly Expected NotTheCaller = new Expected.Problem(403, "actor_not_caller");
    private static readonly Expected NeedsRole = new Expected.Problem(403, "role_missing");

    public static IEnumerable<Attack> All =>
    [
        new("act: another agent's token asks as the agent", async victim => victim.AskWith(await OfAsync(victim, "hostile-agent")), NotTheCaller),
        new("act: in context, another agent's token", async victim => Claiming(victim, await OfAsync(victim, "hostile-agent"), $$"""{"agent":"{{victim.Company.Agent}}"}"""), NotTheCaller),
        new("act: an agent subject that is not the caller", async victim => Asking(await OfAsync(victim, "hostile-agent"), victim.Company.OwnQuestion().ToJsonString()), NotTheCaller),
        new("act: dropped by an agent that is not registered", async victim => Claiming(victim, await OfAsync(victim, "hostile-agent"), "{}"), new Expected.Outcome("deny", "agent_unknown")),
        new("act: dropped by a gateway", victim => victim.AskWithout("subject/properties/act"), NeedsRole),
        new("act: dropped with the properties by a gateway", victim => victim.AskWithout("subject/properties"), NeedsRole),
        new("act: dropped by a client that may ask for people, whom nobody entitled", victim => Claiming(victim, victim.Application, "{}"), new Expected.Outcome("deny", "no_entitlement")),
        new("act: of the caller in other letters", async victim => Asking(await AgentAsync(victim), victim.With("subject/properties/act", $$"""{"sub":"{{victim.Company.Agent.ToUpperInvariant()}}"}""")), NotTheCaller),
        new("act: of the caller with a space", async victim => Asking(await AgentAsync(victim), victim.With("subject/properties/act", $$"""{"sub":"{{victim.Company.Agent}} "}""")), NotTheCaller),
        new("act: swapped, the caller far and another near", async victim => Asking(
            await AgentAsync(victim), victim.With("subject/properties/act", $$"""{"sub":"hostile-agent","act":{"sub":"{{victim.Company.Agent}}"} }""")), NotTheCaller),
        new("act: invented behind the caller", async victim => Asking(
            await AgentAsync(victim), victim.With("subject/properties/act", $$"""{"sub":"{{victim.Company.Agent}}","act":{"sub":"nobody"} }""")), new Expected.Outcome("deny", "agent_unknown", "delegator_asserted")),
        new("act: an unregistered one, named by a gateway", victim => victim.AskWith("subject/properties/act", """{"sub":"nobody"}"""), new Expected.Outcome("deny", "agent_unknown")),
        new("act: `act` as an actor's name", victim => victim.AskWith("subject/properties/act", """{"sub":"act","act":{"sub":"act"}}"""), new Expected.Outcome("deny", "agent_unknown")),
        new("act: twice the same agent", victim => victim.AskWith("subject/properties/act", $$"""{"sub":"{{victim.Company.Agent}}","act":{"sub":"{{victim.Company.Agent}}"} }"""), new Expected.Allowed()),
        new("act: at the top of the request is ignored", async victim => Asking(
            await OfAsync(victim, "hostile-agent"), $$"""{"act":{"sub":"{{victim.Company.Agent}}"},{{Plain(victim)[1..]}}"""), new Expected.Outcome("deny", "agent_unknown")),
        new("delegator: asserted by the agent alone", async victim => Asking(await AgentAsync(victim), victim.Question), new Expected.Outcome("challenge", "delegator_asserted")),
        new("delegator: another than the token's", async victim => Asking(await AgentAsync(victim, victim.Company.Owner), victim.Question), new Expected.Outcome("challenge", "delegator_asserted")),
        new("delegator: invented by the agent", async victim => Asking(await AgentAsync(victim), victim.With("subject/id", "\"nobody\"")), new Expected.Outcome("deny", "delegator_unknown", "delegator_asserted")),
        new("delegator: invented by a gateway", victim => victim.AskWith("subject/id", "\"nobody\""), new Expected.Outcome("deny", "delegator_unknown")),
        new("delegator: in other letters", victim => victim.AskWith("subject/id", $"\"{victim.Company.Delegator.ToUpperInvariant()}\""), new Expected.Outcome("deny", "delegator_unknown")),
        new("delegator: of a type that has no standing", victim => victim.AskWith("subject/type", "\"robot\""), new Expected.Outcome("deny", "subject_unknown")),
        new("delegator: of the type User", victim => victim.AskWith("subject/type", "\"User\""), new Expected.Outcome("deny", "subject_unknown")),
        new("delegator: verified, says the body", async victim => Asking(await AgentAsync(victim), victim.With("subject/verified", "true")), new Expected.Outcome("challenge", "delegator_asserted")),
        new("roles: claimed in the body", async victim => Asking(await AgentAsync(victim), victim.With("subject/properties/roles", """["Decisions.Ask"]""")), new Expected.Outcome("challenge", "delegator_asserted")),
        new("roles: in other letters", async victim => victim.AskWith(await OfAsync(victim, "hostile-agent", "decisions.ask DECISIONS.ASK")), NotTheCaller),
        new("roles: asking for people alone names no agents", async victim => victim.AskWith(await OfAsync(victim, "hostile-agent", "Decisions.AskForPeople")), NotTheCaller),
        new("roles: administration asks nothing", victim => victim.AskWith(victim.Administrator), NotTheCaller),
        new("permit: an approval that nobody gave", victim => victim.AskWith("context", """{"approval":{"id":"0190a0a0-0000-8000-8000-000000000000"}}"""), new Expected.Allowed()),
        new("permit: does not lift a denial", victim => Asking(victim.Gateway, victim.Company.Question("delete").ToJsonString()[..^1] + ""","context":{"approval":{"id":"x"},"outcome":"allow"}}"""), new Expected.Outcome("deny", "no_entitlement")),
        new("decision: claimed in the body", victim => Asking(victim.Gateway, victim.Company.Question("delete").ToJsonString()[..^1] + ""","decision":true}"""), new Expected.Outcome("deny", "no_entitlement")),
        new("time: claimed in context", victim => victim.AskWith("context", """{"time":"1970-01-01T00:00:00Z","now":0}"""), new Expected.Allowed()),
        new("resource: the pattern itself as an id", victim => victim.AskWith("resource/type", "\"*\""), new Expected.Outcome("deny", "no_entitlement")),
        new("resource: a type in other letters", victim => victim.AskWith("resource/type", $"\"{victim.Company.Type.ToUpperInvariant()}\""), new Expected.Outcome("deny", "no_entitlement")),
        new("action: the pattern itself", victim => victim.AskWith("action/name", "\"*\""), new Expected.Outcome("deny", "no_entitlement")),
        new("action: in other letters", victim => victim.AskWith("action/name", "\"READ\""), new Expected.Outcome("deny", "no_entitlement")),
        new("action: with a space", victim => victim.AskWith("action/name", "\"read \""), new Expected.Outcome("deny", "no_entitlement")),
        new("action: in another normal form", victim => victim.AskWith("action/name", "\"re\u0301ad\""), new Expected.Outcome("deny", "no_entitlement")),
        new("action: with a zero width joiner", victim => victim.AskWith("action/name", "\"rea\u200dd\""), new Expected.Outcome("deny", "no_entitlement")),
    ];

    private static Call Asking(string token, string json) => Call.Post("/access/v1/evaluation", token, json);

    private static Call Claiming(Victim victim, string token, string context) =>
        Asking(token, $$"""{"context":{{context}},{{Plain(victim)[1..]}}""");

    // A person's question that names no agent.
    private static string Plain(Victim victim) => victim.Company.Ask(new() { ["type"] = "user", ["id"] = victim.Company.Delegator }).ToJsonString();

    private static Task<string> AgentAsync(Victim victim, string? user = null) => victim.Deployment.Tokens.OfAsync(victim.Company.Agent, user);

    private static Task<string> OfAsync(Victim victim, string client, string roles = "") => victim.Deployment.Tokens.OfAsync(client, roles: roles);
}
