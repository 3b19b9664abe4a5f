namespace AgentFunctions.Decisions.Facts;

/// <summary>
/// Point reads that concurrent decisions share. A decision takes part only in a read that started after it arrived;
/// from one that was under way by then it takes nothing and waits for the next, so sharing makes nothing stale.
/// </summary>
/// <param name="read">The read itself; it ends by its own time limit, since no single asker may end it for the others.</param>
internal sealed class SharedReads<TKey, TValue>(Func<TKey, Task<TValue>> read)
    where TKey : notnull
{
    private const int ShardCount = 64;

    private readonly Shard[] shards = [.. Enumerable.Range(0, ShardCount).Select(_ => new Shard())];
    private long clock;

    /// <summary>How many reads went to storage.</summary>
    public long ReadsStarted => shards.Sum(shard => Interlocked.Read(ref shard.ReadsStarted));

    /// <summary>The moment of an arrival: reads that start later are fresh for whoever arrived. A logical clock.</summary>
    public long Arrive() => Interlocked.Increment(ref clock);

    /// <param name="key">What to read.</param>
    /// <param name="arrived">From <see cref="Arrive"/>.</param>
    /// <param name="cancellationToken">Ends this asker's wait; others' reads go on.</param>
    public Task<TValue> ReadAsync(TKey key, long arrived, CancellationToken cancellationToken)
    {
        var shard = shards[(uint)key.GetHashCode() % ShardCount];
        var answer = NewAnswer();
        Reader reader;
        lock (shard.Gate)
        {
            if (shard.UnderWay.TryGetValue(key, out var underWay))
            {
                var fresh = underWay.StartedAt > arrived ? underWay.Current : underWay.JoinNext(answer, cancellationToken);
                return fresh.Task.WaitAsync(cancellationToken);
            }

            reader = new Reader(answer, Arrive());
            shard.UnderWay.Add(key, reader);
        }

        _ = RunAsync(shard, key, reader);
        return answer.Task.WaitAsync(cancellationToken);
    }

    private static TaskCompletionSource<TValue> NewAnswer() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private async Task RunAsync(Shard shard, TKey key, Reader reader)
    {
        do
        {
            _ = Interlocked.Increment(ref shard.ReadsStarted);
            var answer = reader.Current;
            try
            {
                answer.SetResult(await read(key));
            }
            catch (Exception fault)
            {
                answer.SetException(fault);
                _ = answer.Task.Exception; // Observed: every asker may have given up already.
            }
        }
        while (StartsNext(shard, key, reader));
    }

    private bool StartsNext(Shard shard, TKey key, Reader reader)
    {
        lock (shard.Gate)
        {
            if (reader.TryStartNext(Arrive()))
            {
                return true;
            }

            _ = shard.UnderWay.Remove(key);
            return false;
        }
    }

    private sealed class Shard
    {
        public long ReadsStarted;

        public Lock Gate { get; } = new();

        public Dictionary<TKey, Reader> UnderWay { get; } = [];
    }

    private sealed class Reader(TaskCompletionSource<TValue> first, long startedAt)
    {
        private readonly List<CancellationToken> waiting = [];
        private TaskCompletionSource<TValue>? next;

        public TaskCompletionSource<TValue> Current { get; private set; } = first;

        public long StartedAt { get; private set; } = startedAt;

        public TaskCompletionSource<TValue> JoinNext(TaskCompletionSource<TValue> answer, CancellationToken cancellationToken)
        {
            waiting.Add(cancellationToken);
            return next ??= answer;
        }

        // False when nobody waits any more: storage that is behind is not asked for what nobody will hear.
        public bool TryStartNext(long now)
        {
            if (next is null || waiting.TrueForAll(static asker => asker.IsCancellationRequested))
            {
                return false;
            }

            (Current, StartedAt, next) = (next, now, null);
            waiting.Clear();
            return true;
        }
    }
}
