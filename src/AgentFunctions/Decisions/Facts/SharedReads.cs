namespace AgentFunctions.Decisions.Facts;

/// <summary>
/// Point reads that concurrent decisions share. A decision takes part only in a read that started after it asked:
/// it waits for the next one and never joins one under way, so sharing makes nothing stale.
/// </summary>
/// <param name="read">The read itself; it ends by its own time limit, since no single asker may end it for the others.</param>
internal sealed class SharedReads<TKey, TValue>(Func<TKey, Task<TValue>> read)
    where TKey : notnull
{
    private const int ShardCount = 64;

    private readonly Shard[] _shards = [.. Enumerable.Range(0, ShardCount).Select(_ => new Shard())];

    /// <summary>How many reads went to storage.</summary>
    public long ReadsStarted => _shards.Sum(shard => Interlocked.Read(ref shard.ReadsStarted));

    /// <param name="key">What to read.</param>
    /// <param name="cancellationToken">Ends this asker's wait; others' reads go on.</param>
    public Task<TValue> ReadAsync(TKey key, CancellationToken cancellationToken)
    {
        var shard = _shards[(uint)key.GetHashCode() % ShardCount];
        var answer = NewAnswer();
        Reader reader = new();
        lock (shard.Gate)
        {
            if (shard.UnderWay.TryGetValue(key, out var underWay))
            {
                underWay.Next ??= answer;
                return underWay.Next.Task.WaitAsync(cancellationToken);
            }

            shard.UnderWay.Add(key, reader);
        }

        _ = RunAsync(shard, key, reader, answer);
        return answer.Task.WaitAsync(cancellationToken);
    }

    private static TaskCompletionSource<TValue> NewAnswer() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private async Task RunAsync(Shard shard, TKey key, Reader reader, TaskCompletionSource<TValue> first)
    {
        for (TaskCompletionSource<TValue>? answer = first; answer is not null; answer = TakeNext(shard, key, reader))
        {
            _ = Interlocked.Increment(ref shard.ReadsStarted);
            try
            {
                answer.SetResult(await read(key).ConfigureAwait(false));
            }
            catch (Exception fault)
            {
                answer.SetException(fault);
                _ = answer.Task.Exception; // Observed: every asker may have given up already.
            }
        }
    }

    private static TaskCompletionSource<TValue>? TakeNext(Shard shard, TKey key, Reader reader)
    {
        lock (shard.Gate)
        {
            var next = reader.Next;
            reader.Next = null;
            if (next is null)
            {
                _ = shard.UnderWay.Remove(key);
            }

            return next;
        }
    }

    private sealed class Shard
    {
        public long ReadsStarted;

        public Lock Gate { get; } = new();

        public Dictionary<TKey, Reader> UnderWay { get; } = [];
    }

    private sealed class Reader
    {
        public TaskCompletionSource<TValue>? Next { get; set; }
    }
}
