using AgentFunctions.Domain.Ledger;

namespace AgentFunctions.Ledger;

/// <summary>
/// Entries that wait for their stream, in order. An entry gets its sequence, and with it its id, as it joins: whoever
/// must name an entry before it is appended can. So entries behind one that is not committed cannot be either.
/// </summary>
internal sealed class EntryQueue(uint stream, int limit, long length)
{
    private readonly Lock gate = new();
    private readonly Queue<WaitingEntry> waiting = new();
    private long next = 1;
    private int underWay;
    private bool paused;
    private bool closed;

    /// <summary>How many entries wait or are being committed.</summary>
    public int Load => Volatile.Read(ref underWay) + waiting.Count;

    /// <summary>True when nothing joins now: storage does not answer, or the stream ends.</summary>
    public bool IsRefusing => Volatile.Read(ref paused) || Volatile.Read(ref closed);

    /// <summary>True from <see cref="Pause"/> to <see cref="Restart"/>.</summary>
    public bool IsPaused => Volatile.Read(ref paused);

    /// <summary>True when the stream is as long as it should become: entries join until another stream takes its place.</summary>
    public bool IsFull => Volatile.Read(ref next) > length;

    /// <summary>True when nothing will ever join again.</summary>
    public bool IsClosed => Volatile.Read(ref closed);

    /// <summary>Null when the queue is full or refuses.</summary>
    public WaitingEntry? TryJoin(DateTimeOffset now, EntryKind kind, string body, EntryHash digest, int weight)
    {
        lock (gate)
        {
            if (paused || closed || waiting.Count >= limit || next > EvaluationId.MaxSequence)
                return null;
            var entry = new WaitingEntry(new EvaluationId(now.ToUnixTimeMilliseconds(), stream, next++), kind, body, digest, weight);
            waiting.Enqueue(entry);
            return entry;
        }
    }

    /// <summary>Moves what fits into the batch; true when something is left behind.</summary>
    public bool Take(Batch batch)
    {
        lock (gate)
        {
            while (waiting.TryPeek(out var entry) && batch.TryAdd(entry))
                _ = waiting.Dequeue();
            underWay = batch.Count;
            return waiting.Count > 0;
        }
    }

    /// <summary>Nothing is under way any more, and all of it was committed.</summary>
    public void Landed() => Volatile.Write(ref underWay, 0);

    /// <summary>Fails what waits, and refuses until <see cref="Restart"/>.</summary>
    public void Pause(string why)
    {
        lock (gate)
        {
            paused = true;
            FailWaiting(why);
        }
    }

    /// <summary>Fails what waits, and goes on after the head.</summary>
    public void Restart(StreamHead head, string why)
    {
        lock (gate)
        {
            FailWaiting(why);
            underWay = 0;
            next = head.Sequence + 1;
            paused = false;
        }
    }

    /// <summary>Lets nothing join any more; what waits is still taken.</summary>
    public void Close()
    {
        lock (gate)
            closed = true;
    }

    /// <summary>Closes it, unless something waits.</summary>
    public bool TryCloseEmpty()
    {
        lock (gate)
        {
            closed |= waiting.Count == 0;
            return closed;
        }
    }

    private void FailWaiting(string why)
    {
        var answer = new AppendOutcome.NotCommitted(why);
        while (waiting.TryDequeue(out var entry))
            entry.TrySetResult(answer);
    }
}
