namespace AgentFunctions.Contract.Tests.Hostile;

/// <summary>Members that are missing, of the wrong type or out of range.</summary>
internal static class MemberAttacks
{
    private static readonly Expected Refused = new Expected.Problem(400, "invalid_request");
    private static readonly string[] NoText = ["null", "true", "1", "[]", "{}", "\"\"", "[\"x\"]", "\"a\\u0000b\"", "\"a\\nb\"", "\"\\u007f\"", "\"\\u0085\""];
    private static readonly string[] NoObject = ["null", "true", "1", "\"x\"", "[]", "[{}]"];
    private static readonly string[] NoList = ["null", "true", "1", "\"mcp-files\"", "{}"];

    public static IEnumerable<Attack> All =>
    [
        .. Missing("subject", "subject/type", "subject/id", "action", "action/name", "resource", "resource/type", "resource/id"),
        .. Wrong(NoObject, "subject", "subject/properties", "subject/properties/act", "action", "action/properties", "resource", "resource/properties", "context"),
        .. Wrong(NoText, "subject/type", "subject/id", "subject/properties/act/sub", "action/name", "resource/type", "resource/id"),
        .. Wrong(["null", "true", "1", "\"x\"", "[]"], "subject/properties/act/act"),
        .. Wrong(NoList, "context/route"),
        .. Wrong(["null", "true", "1", "{}", "[]", "\"\""], "context/agent"),
        .. Wrong(["[null]", "[1]", "[{}]", "[\"\"]", "[[\"x\"]]", "[\"x\",\"a\\u0000b\"]"], "context/route"),
        .. Wrong(["\"agents\"", "\"Agent\"", "1", "null", "\"user\""], "subject/properties/act/type"),
        .. TooLong("subject/type", 64),
        .. TooLong("subject/id", 256),
        .. TooLong("subject/properties/act/sub", 256),
        .. TooLong("action/name", 128),
        .. TooLong("resource/type", 64),
        .. TooLong("resource/id", 256),
        .. TooLong("context/agent", 256),
        new("long: a route of 17 hops", victim => victim.AskWith("context/route", $"[{string.Join(',', Enumerable.Repeat("\"x\"", 17))}]"), Refused),
        new("long: a hop of 257 characters", victim => victim.AskWith("context/route", $"[\"{new string('x', 257)}\"]"), Refused),
        new("long: a chain of 9 actors", victim => victim.AskWith("subject/properties/act", Chain(9)), Refused),
        new("long: a chain of 8 unknown actors", victim => victim.AskWith("subject/properties/act", Chain(8)), new Expected.Outcome("deny", "agent_unknown")),
        new("names: Subject in upper case is another member", victim => victim.Ask(victim.Question.Replace("\"subject\"", "\"Subject\"", StringComparison.Ordinal)), Refused),
        new("names: id in upper case is another member", victim => victim.Ask(victim.Question.Replace("\"id\"", "\"ID\"", StringComparison.Ordinal)), Refused),
        new("names: __proto__ is one like others", victim => victim.AskWith("context", """{"__proto__":{"decision":true},"constructor":{}}"""), new Expected.Allowed()),
    ];

    private static IEnumerable<Attack> Missing(params string[] paths) =>
        paths.Select(path => new Attack($"missing: {path}", victim => victim.AskWithout(path), Refused));

    private static IEnumerable<Attack> Wrong(string[] values, params string[] paths) => paths.SelectMany(path =>
        values.Select(value => new Attack($"wrong: {path} is {value}", victim => victim.AskWith(path, value), Refused)));

    private static IEnumerable<Attack> TooLong(string path, int limit) =>
        [new($"long: {path} of {limit + 1} characters", victim => victim.AskWith(path, $"\"{new string('x', limit + 1)}\""), Refused)];

    private static string Chain(int actors) =>
        Enumerable.Range(1, actors).Reverse().Aggregate("", (inner, number) => $$"""{"sub":"nobody-{{number}}"{{(inner.Length > 0 ? $",\"act\":{inner}" : "")}}}""");
}
