namespace AgentFunctions.Domain.Ledger;

/// <summary>How the ledger is broken at a place.</summary>
public enum BreakKind
{
    /// <summary>The entry is not what was appended: its content, its hash or what it names as its predecessor was changed.</summary>
    Edited = 1,

    /// <summary>The entry is gone; later ones are there.</summary>
    Missing = 2,

    /// <summary>The entry and every later one up to where the stream stood are gone.</summary>
    Truncated = 3,

    /// <summary>The stream is gone, or its head is; the sequence is 0.</summary>
    StreamMissing = 4,

    /// <summary>A signed checkpoint is gone; the sequence is its number, the stream 0.</summary>
    CheckpointMissing = 5,

    /// <summary>The entry was never appended here: it was put between others, or after the end of a sealed stream.</summary>
    Inserted = 6,

    /// <summary>The entry was appended, but at another place.</summary>
    Reordered = 7,

    /// <summary>
    /// Entries after the previous anchor up to this one are consistent among themselves, and are not those that were
    /// anchored: somebody computed the hashes anew.
    /// </summary>
    Rewritten = 8,

    /// <summary>The line is not a checkpoint that a known key signed, or not one that follows; the sequence is its number.</summary>
    CheckpointForged = 9,
}
