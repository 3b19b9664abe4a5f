using AgentFunctions.Domain.Agents;

namespace AgentFunctions.Agents;

/// <summary>Tells edits of an agent that can let it do more from those that cannot.</summary>
internal static class AgentWidening
{
    /// <summary>
    /// More autonomy or tolerance; another purpose, under which other entitlements may hold; other properties, on
    /// which conditions may stand. Conservative in the last two: whether they widen is not plain from the agent alone.
    /// </summary>
    public static bool Is(Agent before, Agent after) =>
        after.Autonomy > before.Autonomy
        || after.Tolerance > before.Tolerance
        || after.Purpose != before.Purpose
        || !after.Properties.Equals(before.Properties);
}
