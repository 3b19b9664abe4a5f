using AgentFunctions.Contract.Tests.Drivers;

namespace AgentFunctions.Contract.Tests.Hostile;

/// <summary>Several evaluations that are not a list of evaluations, or too many, or under no known semantic.</summary>
internal static class BatchAttacks
{
    private static readonly Expected Refused = new Expected.Problem(400, "invalid_request");

    public static IEnumerable<Attack> All =>
    [
        .. new[] { "null", "1", "true", "\"x\"", "{}", "[null]", "[1]", "[[]]", "[\"x\"]", "[{},null]" }
            .Select(list => new Attack($"batch: evaluations is {list}", victim => Batch(victim, $"\"evaluations\":{list}"), Refused)),
        .. new[] { "null", "1", "[]", "\"execute_all\"" }
            .Select(options => new Attack($"batch: options is {options}", victim => Batch(victim, $"\"evaluations\":[{{}}],\"options\":{options}"), Refused)),
        .. new[] { "null", "0", "\"\"", "\"EXECUTE_ALL\"", "\"execute_some\"", "\"permit\"", "[\"execute_all\"]", "{}", "\"execute_all \"" }
            .Select(semantic => new Attack(
                $"batch: semantic is {semantic}", victim => Batch(victim, $"\"evaluations\":[{{}}],\"options\":{{\"evaluations_semantic\":{semantic}}}"), Refused)),
        new("batch: 101 evaluations", victim => Batch(victim, $"\"evaluations\":[{string.Join(',', Enumerable.Repeat("{}", 101))}]"), Refused),
        new("batch: 100,000 evaluations", victim => Batch(victim, $"\"evaluations\":[{string.Join(',', Enumerable.Repeat("{}", 60_000))}]"), Refused),
        new("batch: a member twice in an evaluation", victim => Batch(victim, """ "evaluations":[{"action":{"name":"read"},"action":{"name":"delete"}}] """), new Expected.Problem(400, "invalid_json")),
        new("batch: a list on the endpoint for one is ignored", victim => victim.Ask(victim.Company.Question("delete").ToJsonString()[..^1] + $",\"evaluations\":[{victim.Question}]}}"), new Expected.Outcome("deny", "no_entitlement")),
        new("batch: another agent's token asks in every item", async victim => Batch(victim, "\"evaluations\":[]") with
        {
            Token = await victim.Deployment.Tokens.OfAsync("hostile-agent"),
        }, new Expected.Problem(403, "actor_not_caller")),
    ];

    private static Call Batch(Victim victim, string members) => victim.AskSeveral($"{victim.Question[..^1]},{members}}}");
}
