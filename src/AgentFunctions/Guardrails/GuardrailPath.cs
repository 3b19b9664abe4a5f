using AgentFunctions.Domain.Principals;
using AgentFunctions.Hosting;

namespace AgentFunctions.Guardrails;

/// <summary>A guardrail as a segment of a path.</summary>
internal static class GuardrailPath
{
    public static BodyOutcome<string> Parse(string id) =>
        PathSegment.TryParse(id, out var plain) && Name.IsValid(plain, EntitlementLimits.MaxIdLength)
            ? new BodyOutcome<string>.Accepted(plain)
            : new BodyOutcome<string>.Refused(new Problem(ProblemCode.InvalidPath));
}
