using AgentFunctions.Domain.Attributes;

namespace AgentFunctions.Domain.Principals;

/// <summary>The obligations of one answer: each once, in the order of id, type and properties, no id twice.</summary>
internal static class ObligationSet
{
    public static IReadOnlyList<Obligation> Of(IReadOnlyList<Obligation> all)
    {
        var ordered = all
            .Select(obligation => (Obligation: obligation, Properties: CanonicalJson.ToText(new AttributeValue.Map(obligation.Properties))))
            .DistinctBy(item => (item.Obligation.Id, item.Obligation.Type, item.Properties))
            .OrderBy(item => item.Obligation.Id, StringComparer.Ordinal)
            .ThenBy(item => item.Obligation.Type, StringComparer.Ordinal)
            .ThenBy(item => item.Properties, StringComparer.Ordinal)
            .Select(item => item.Obligation);

        // Two rules may oblige to different things under one id. Neither may be lost, and ids are unique on the wire.
        var taken = all.Select(obligation => obligation.Id).ToHashSet(StringComparer.Ordinal);
        var used = new HashSet<string>(StringComparer.Ordinal);
        return [.. ordered.Select(obligation => used.Add(obligation.Id) ? obligation : obligation with { Id = Fresh(obligation.Id, taken) })];
    }

    private static string Fresh(string id, HashSet<string> taken)
    {
        var number = 2;
        while (!taken.Add($"{id}~{number}"))
        {
            number++;
        }

        return $"{id}~{number}";
    }
}
