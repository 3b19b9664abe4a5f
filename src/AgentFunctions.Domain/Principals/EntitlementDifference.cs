namespace AgentFunctions.Domain.Principals;

/// <summary>What lies between two versions of one principal's entitlements.</summary>
/// <param name="Removed">Ids of those that are no more; an id that was not there is no fault.</param>
/// <param name="Put">Those that are new or different, after the removal. No id twice.</param>
public sealed record EntitlementDifference(IReadOnlyList<string> Removed, IReadOnlyList<Entitlement> Put);
