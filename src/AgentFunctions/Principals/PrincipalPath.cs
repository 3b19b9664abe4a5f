using AgentFunctions.Domain.Principals;
using AgentFunctions.Hosting;

namespace AgentFunctions.Principals;

/// <summary>A principal as two segments of a path.</summary>
internal static class PrincipalPath
{
    public static BodyOutcome<PrincipalId> Parse(string type, string id) =>
        PathSegment.TryParse(type, out var plainType) && PathSegment.TryParse(id, out var plainId)
        && PrincipalId.TryParse(plainType, plainId, out var principal)
            ? new BodyOutcome<PrincipalId>.Accepted(principal)
            : new BodyOutcome<PrincipalId>.Refused(new Problem(ProblemCode.InvalidPath));
}
