using AgentFunctions.Domain.Ledger;

namespace AgentFunctions.Ledger;

/// <summary>Appends entries to this process's own streams.</summary>
internal sealed class LedgerWriter
{
    /// <param name="kind">What the entry records.</param>
    /// <param name="body">Canonical JSON (RFC 8785), 1 to 32,768 bytes.</param>
    /// <param name="cancellationToken">Ends the wait, not the append: once queued, an entry may be committed.</param>
    public ValueTask<AppendOutcome> AppendAsync(EntryKind kind, ReadOnlyMemory<byte> body, CancellationToken cancellationToken) =>
        throw new NotSupportedException($"{kind} {body.Length} {cancellationToken.CanBeCanceled}");
}
