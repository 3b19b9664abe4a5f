using AgentFunctions.Shared.Sources;
using System.Text.Json.Nodes;
using AgentFunctions.Hosting;
using AgentFunctions.Security;

namespace AgentFunctions.Tests.Documentation.OpenApi;

/// <summary>The problems that a function can answer: what follows from its shape, and what its own rules add.</summary>
internal static class AnsweredProblems
{
    /// <param name="facts">What the fragment says of the function.</param>
    public static IReadOnlyList<ProblemKind> Of(AppFunction function, JsonObject facts)
    {
        var precondition = facts["precondition"]?.GetValue<string>();
        List<ProblemCode> codes = [ProblemCode.InternalError];
        if (facts["storage"] is null) codes.Add(ProblemCode.StorageUnavailable);
        if (function.Access is not AccessRequirement.Public) codes.AddRange([ProblemCode.TokenMissing, ProblemCode.InvalidToken, ProblemCode.IssuerUnavailable]);
        if (function.Access is AccessRequirement.AnyRole) codes.Add(ProblemCode.RoleMissing);
        if (function.Access is AccessRequirement.AnyRole { IsAdministration: true }) codes.Add(ProblemCode.AgentNotAccepted);
        if (function.HasTextInPath) codes.Add(ProblemCode.InvalidPath);
        if (facts["query"] is not null || precondition is not null) codes.Add(ProblemCode.InvalidRequest);
        if (facts["body"] is { } body) codes.AddRange(OfBody(body));
        if (precondition is not null || facts["changes"] is not null) codes.AddRange([ProblemCode.Conflict, ProblemCode.LedgerUnavailable]);
        if (precondition is not null) codes.Add(ProblemCode.PreconditionFailed);
        if (precondition is "put" or "delete") codes.Add(ProblemCode.PreconditionRequired);
        var own = (facts["problems"]?.AsArray() ?? []).Select(name => Named(name!.GetValue<string>())); // Written as texts.
        return [.. codes.Concat(own).Distinct().Select(ProblemKind.Of).OrderBy(kind => kind.Status).ThenBy(kind => kind.Name, StringComparer.Ordinal)];
    }

    private static ProblemCode[] OfBody(JsonNode body)
    {
        ProblemCode[] all = [ProblemCode.BodyTimeout, ProblemCode.BodyTooLarge, ProblemCode.InvalidRequest, ProblemCode.UnsupportedMediaType];
        return body["media"] is null ? [.. all, ProblemCode.InvalidJson] : all;
    }

    private static ProblemCode Named(string name) => Enum.GetValues<ProblemCode>().Single(code => ProblemKind.Of(code).Name == name);
}
