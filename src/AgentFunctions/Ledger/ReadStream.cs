using AgentFunctions.Domain.Ledger;

namespace AgentFunctions.Ledger;

/// <summary>Reads a stream page by page.</summary>
internal sealed class ReadStream(StreamEntries entries)
{
    /// <param name="after">Sequence of the last entry already seen, 0 for none.</param>
    /// <param name="limit">1 to <see cref="StreamEntries.PageRows"/>.</param>
    /// <returns>Null when there is no such stream: rows that no registered stream holds are no evidence.</returns>
    public async Task<StreamPage?> RunAsync(uint stream, long after, int limit, CancellationToken cancellationToken)
    {
        if (!await entries.IsRegisteredAsync(stream, cancellationToken) || await entries.ReadHeadAsync(stream, cancellationToken) is not { } head)
            return null;
        var through = Math.Min(after + limit, head.Head.Sequence);
        List<LedgerEntry> page = new(limit);
        await foreach (var row in entries.RangeAsync(stream, after, through, andBeyond: false, cancellationToken))
        {
            if (row.Entry is { } entry)
                page.Add(entry);
        }

        return new StreamPage(head.Head, head.State, page, through < head.Head.Sequence ? through : null);
    }
}
