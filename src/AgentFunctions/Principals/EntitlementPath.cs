using AgentFunctions.Domain.Principals;
using AgentFunctions.Hosting;

namespace AgentFunctions.Principals;

/// <summary>An entitlement as segments of a path.</summary>
internal sealed record EntitlementPath(PrincipalId Principal, string EntitlementId)
{
    public static BodyOutcome<EntitlementPath> Parse(string type, string id, string entitlementId) =>
        PrincipalPath.Parse(type, id) is BodyOutcome<PrincipalId>.Accepted { Value: var principal }
        && PathSegment.TryParse(entitlementId, out var plain) && Name.IsValid(plain, EntitlementLimits.MaxIdLength)
            ? new BodyOutcome<EntitlementPath>.Accepted(new(principal, plain))
            : new BodyOutcome<EntitlementPath>.Refused(new Problem(ProblemCode.InvalidPath));
}
