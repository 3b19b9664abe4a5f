using AgentFunctions.Shared.Sources;
using System.Globalization;
using System.Text.Json.Nodes;
using AgentFunctions.Security;

namespace AgentFunctions.Tests.Documentation.OpenApi;

/// <summary>One function as an operation: from its declaration, and from what the fragment of its feature says of it.</summary>
internal static class Operation
{
    public static JsonObject Of(AppFunction function, JsonObject feature, ProblemAnswers problems)
    {
        var facts = feature["functions"]?[function.Name]?.AsObject()
            ?? throw new InvalidOperationException($"docs/openapi/{function.Feature}.json says nothing of `{function.Name}`");
        var operation = new JsonObject
        {
            ["tags"] = new JsonArray(function.Feature),
            ["operationId"] = function.Name,
            ["summary"] = facts["summary"]!.DeepClone(), // Every function has one.
            ["description"] = string.Join(' ', new[] { facts["description"]?.GetValue<string>(), AccessText(function.Access) }.Where(text => text is not null)),
            ["security"] = Security(function.Access, facts),
            ["parameters"] = Parameters(function, feature, facts),
        };
        if (facts["body"] is JsonObject body)
        {
            operation["requestBody"] = Answers.BodyOf(body);
        }

        operation["responses"] = Responses(function, facts, problems);
        return operation;
    }

    private static string AccessText(AccessRequirement access) => access switch
    {
        AccessRequirement.Public => "Needs no token.",
        AccessRequirement.AnyRole { IsAdministration: true } role => $"Needs the role {Names(role)}; a governed agent's token is not accepted.",
        AccessRequirement.AnyRole role => $"Needs the role {Names(role)}.",
        _ => "Needs a valid token.",
    };

    private static string Names(AccessRequirement.AnyRole access) => string.Join(" or ", RoleNames.Print(access.Roles).Select(name => $"`{name}`"));

    private static JsonArray Security(AccessRequirement access, JsonObject facts) => access switch
    {
        AccessRequirement.Public when facts["optionalRole"]?.GetValue<string>() is { } role => [new JsonObject(), .. Bearers(Enum.Parse<Role>(role))],
        AccessRequirement.Public => [],
        AccessRequirement.AnyRole role => [.. Bearers(role.Roles)],
        _ => [new JsonObject { ["bearer"] = new JsonArray() }],
    };

    private static IEnumerable<JsonNode> Bearers(Role roles) => RoleNames.Print(roles).Select(name => new JsonObject { ["bearer"] = new JsonArray(name) });

    private static JsonArray Parameters(AppFunction function, JsonObject feature, JsonObject facts)
    {
        var conditions = facts["precondition"]?.GetValue<string>() switch
        {
            "put" or "optional" => new[] { "IfMatch", "IfNoneMatch" },
            "delete" => ["IfMatch"],
            _ => [],
        };
        var names = function.PathParameters.Select(name => feature["path"]![name]!.GetValue<string>()) // Every parameter of a path is described.
            .Concat(conditions)
            .Concat((facts["query"]?.AsArray() ?? []).Select(name => name!.GetValue<string>())) // Written as texts.
            .Append("RequestId");
        return [.. names.Select(name => Answers.Reference("parameters", name))];
    }

    private static JsonObject Responses(AppFunction function, JsonObject facts, ProblemAnswers problems)
    {
        var responses = new SortedDictionary<string, JsonNode?>(StringComparer.Ordinal);
        foreach (var (status, answer) in facts["answers"]!.AsObject()) // Every function answers.
        {
            responses.Add(status, Answers.Of(answer!.AsObject())); // Written as objects.
        }

        foreach (var kinds in AnsweredProblems.Of(function, facts).GroupBy(kind => kind.Status))
        {
            responses.Add(kinds.Key.ToString(CultureInfo.InvariantCulture), problems.Add([.. kinds]));
        }

        return new JsonObject(responses);
    }
}
