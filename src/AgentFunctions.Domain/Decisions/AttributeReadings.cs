using AgentFunctions.Domain.Conditions;
using AgentFunctions.Domain.Principals;

namespace AgentFunctions.Domain.Decisions;

/// <summary>The values that conditions may read in a decision, for the ledger.</summary>
public static class AttributeReadings
{
    /// <summary>
    /// Every path that the rules of the facts name and that leads somewhere, each once, in the order of the paths'
    /// texts. The route is given with all its hops, verified or not.
    /// </summary>
    public static IReadOnlyList<AttributeReading> Of(AccessRequest request, AccessFacts facts, DateTimeOffset now)
    {
        var source = new AttributeSource(request, facts, now);
        var readings = new List<AttributeReading>();
        foreach (var path in PathsOf(facts))
        {
            if (CompiledPath.TryResolve(path, out var resolved) && source.Read(resolved) is { Kind: not DatumKind.Missing } datum)
            {
                readings.Add(new AttributeReading(path, DatumValue.Of(datum)));
            }
        }

        return readings;
    }

    private static IEnumerable<AttributePath> PathsOf(AccessFacts facts) => SetsOf(facts)
        .SelectMany(set => set.ReadPaths)
        .Distinct()
        .OrderBy(path => path.ToString(), StringComparer.Ordinal)
        .ThenBy(path => path.Segments.Count);

    private static IEnumerable<CompiledEntitlements> SetsOf(AccessFacts facts) =>
        facts.Delegator is DelegatorFacts.Involved involved && facts.Tenant.DelegatorNeedsEntitlements
            ? [facts.Guardrails, facts.Entitlements, involved.Entitlements]
            : [facts.Guardrails, facts.Entitlements];
}
