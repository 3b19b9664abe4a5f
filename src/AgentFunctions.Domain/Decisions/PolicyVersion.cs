using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using AgentFunctions.Domain.Principals;

namespace AgentFunctions.Domain.Decisions;

/// <summary>
/// The digest of the authority that a decision was made under: the requester's and the delegator's entitlements, the
/// delegation and the guardrails. Standing of people, permits and baselines are no part of it. A single-use permit is
/// valid only under the same one.
/// </summary>
public static class PolicyVersion
{
    private const string NotLookedAt = "-";

    /// <returns>64 lower-case hexadecimal digits (SHA-256).</returns>
    public static string Of(AccessRequest request, AccessFacts facts)
    {
        var text = new StringBuilder()
            .Append("guardrails\n").Append(Number(facts.Guardrails.Version))
            .Append("\nentitlements\n").Append(Principal(request.Requester)).Append(Number(facts.Entitlements.Version))
            .Append("\ndelegation\n").Append(Delegation(facts))
            .Append("\ndelegator\n").Append(Delegator(facts));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }

    private static string Delegation(AccessFacts facts) =>
        facts.Delegator is DelegatorFacts.Involved { Delegation: DelegationFacts.Lent { Delegation: var delegation } }
            ? $"{delegation.Delegator.Value}\n{delegation.Agent.Value}\n{Number(delegation.Version)}"
            : NotLookedAt;

    private static string Delegator(AccessFacts facts) =>
        facts.Delegator is DelegatorFacts.Involved involved && facts.Tenant.DelegatorNeedsEntitlements
            ? $"{involved.Person.Id.Value}\n{Number(involved.Entitlements.Version)}"
            : NotLookedAt;

    // Names have no control characters, so line ends keep the parts apart.
    private static string Principal(PrincipalId id) => $"{id.Type}\n{id.Id}\n";

    private static string Number(long version) => version.ToString(CultureInfo.InvariantCulture);
}
