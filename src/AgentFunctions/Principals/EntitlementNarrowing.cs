using AgentFunctions.Domain.Attributes;
using AgentFunctions.Domain.Conditions;
using AgentFunctions.Domain.Principals;

namespace AgentFunctions.Principals;

/// <summary>
/// Tells edits that can only narrow what is allowed from all others. Conservative: an edit of which this is not plain
/// from the two rows alone counts as widening.
/// </summary>
internal static class EntitlementNarrowing
{
    /// <param name="before">Null for a row that is new.</param>
    /// <param name="after">Null for a row that is deleted.</param>
    public static bool IsPure(Entitlement? before, Entitlement? after) => (before, after) switch
    {
        (null, null) => true,
        (null, { } created) => created.Effect != Effect.Allow,
        ({ } deleted, null) => deleted.Effect == Effect.Allow,
        ({ Effect: Effect.Allow }, { Effect: Effect.Allow }) => Covers(before, after) && KeepsPurpose(before, after) && Keeps(before, after),
        ({ Effect: Effect.Allow }, { }) => true,
        ({ Effect: Effect.Challenge }, { Effect: Effect.Deny }) => Covers(after, before),
        ({ } restriction, { } changed) => restriction.Effect == changed.Effect && Covers(changed, restriction) && Keeps(restriction, changed),
    };

    // Every request that the narrow row matches, the wide one matches too; purposes aside.
    private static bool Covers(Entitlement wide, Entitlement narrow) =>
        narrow.Actions.All(action => wide.Actions.Any(pattern => CoversName(pattern, action)))
        && (wide.Resource.Type == "*" || wide.Resource.Type == narrow.Resource.Type)
        && CoversName(wide.Resource.Id, narrow.Resource.Id)
        && narrow.ExpiresAt <= wide.ExpiresAt
        && (wide.Condition is Condition.All { Conditions: [] } || Print(wide.Condition) == Print(narrow.Condition));

    // An Allow for a purpose ceases with it; one for any purpose holds always.
    private static bool KeepsPurpose(Entitlement before, Entitlement after) =>
        before.Purpose.Length == 0 || before.Purpose == after.Purpose;

    private static bool Keeps(Entitlement before, Entitlement after)
    {
        var kept = after.Obligations.Select(Print).ToHashSet(StringComparer.Ordinal);
        return before.Obligations.All(obligation => kept.Contains(Print(obligation)));
    }

    // A pattern is exact or, ending in `*`, a prefix.
    private static bool CoversName(string pattern, string name) =>
        pattern == name || (pattern.EndsWith('*') && name.StartsWith(pattern[..^1], StringComparison.Ordinal));

    private static string Print(Condition condition) => CanonicalJson.ToText(ConditionJson.Print(condition));

    private static string Print(Obligation obligation) =>
        $"{obligation.Id}\n{obligation.Type}\n{CanonicalJson.ToText(new AttributeValue.Map(obligation.Properties))}";
}
