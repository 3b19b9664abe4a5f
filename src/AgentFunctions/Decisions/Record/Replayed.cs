using AgentFunctions.Domain.Attributes;
using AgentFunctions.Domain.Decisions;

namespace AgentFunctions.Decisions.Record;

/// <summary>What came of deciding a recorded request again.</summary>
internal abstract record Replayed
{
    private Replayed()
    {
    }

    /// <summary>Outcome, reasons, matched rules, obligations and the policy's version are those of the entry.</summary>
    internal sealed record Same(Decision Decision) : Replayed;

    /// <param name="Recorded">The result as the entry has it.</param>
    internal sealed record Different(Decision Decision, AttributeValue.Map Recorded) : Replayed;

    /// <summary>The entry is no decision, or was made by rules of which these are not a later form.</summary>
    internal sealed record NotReplayable(string Why) : Replayed;
}
