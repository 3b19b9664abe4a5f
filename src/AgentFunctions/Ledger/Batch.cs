using AgentFunctions.Domain.Ledger;
using Azure;
using Azure.Data.Tables;

namespace AgentFunctions.Ledger;

/// <summary>Entries that go into one transaction, in the order of their sequences.</summary>
internal sealed class Batch
{
    /// <summary>A transaction holds 100 rows, one of which is the head.</summary>
    public const int MaxEntries = 99;

    /// <summary>A transaction holds 4 MiB; what is left is for what surrounds the rows.</summary>
    public const int MaxBytes = 3 * 1024 * 1024;

    private readonly List<WaitingEntry> entries = new(MaxEntries);
    private readonly List<TableTransactionAction> actions = new(MaxEntries + 1);
    private int bytes;

    public int Count => entries.Count;

    /// <summary>Where the stream stands when all of it is done; set by <see cref="ToActions"/>.</summary>
    public StreamHead End { get; private set; }

    /// <summary>Where it stood before.</summary>
    public StreamHead Start { get; private set; }

    public void Begin(StreamHead head)
    {
        entries.Clear();
        bytes = 0;
        Start = head;
        End = head;
    }

    /// <summary>False when it is full.</summary>
    public bool TryAdd(WaitingEntry entry)
    {
        if (entries.Count == MaxEntries || bytes + entry.Weight > MaxBytes)
            return false;
        bytes += entry.Weight;
        entries.Add(entry);
        return true;
    }

    public List<TableTransactionAction> ToActions(string partition, ETag expected, DateTimeOffset now)
    {
        actions.Clear();
        var head = Start;
        foreach (var entry in entries)
        {
            // INVARIANT: sequences are given in the order of the queue and start after the head.
            if (entry.Id.Sequence != head.Sequence + 1)
                throw new InvalidOperationException("a sequence was skipped");
            var hash = EntryChain.Hash(head.Hash, entry.Id, entry.Kind, entry.Digest);
            var row = LedgerTable.EntryRow(partition, entry.Id, entry.Kind, entry.Body, head, hash);
            actions.Add(new TableTransactionAction(TableTransactionActionType.Add, row));
            head = new StreamHead(entry.Id.Sequence, hash);
        }

        End = head;
        var headRow = LedgerTable.ToRow(partition, head, StreamState.Open, now);
        actions.Add(new TableTransactionAction(TableTransactionActionType.UpdateReplace, headRow, expected));
        return actions;
    }

    public void Commit()
    {
        foreach (var entry in entries)
            entry.TrySetResult(new AppendOutcome.Committed(entry.Id));
        entries.Clear();
    }

    public void Fail(string why)
    {
        var answer = new AppendOutcome.NotCommitted(why);
        foreach (var entry in entries)
            entry.TrySetResult(answer);
        entries.Clear();
    }
}
