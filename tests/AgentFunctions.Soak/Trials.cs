using System.Collections.Concurrent;

namespace AgentFunctions.Soak;

/// <summary>
/// One right, withdrawn through one process and asked for through the other, while others ask both about the same agent
/// all the time.
/// </summary>
internal sealed class Trials(Right right, Caller admin, Caller near, Caller far)
{
    // Even while it is given, odd from the withdrawal's answer until it is to be given again.
    private int epoch;
    private int questions;

    /// <summary>What should never be.</summary>
    public ConcurrentQueue<string> Stale { get; } = [];

    public int Done { get; private set; }

    /// <summary>Questions that began after a withdrawal was answered, and ended before the right was given again.</summary>
    public int Judged => Volatile.Read(ref questions);

    /// <summary>Refused for being busy: neither stale nor proof.</summary>
    public int Unanswered { get; private set; }

    public async Task RunAsync(int trials, int askers)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        var load = Enumerable.Range(0, askers).SelectMany(_ => new[] { AskOnAsync(near, end.Token), AskOnAsync(far, end.Token) }).ToList();
        for (var trial = 0; trial < trials; trial++)
        {
            await TryAsync();
        }

        await end.CancelAsync();
        await Task.WhenAll(load);
    }

    private async Task TryAsync()
    {
        // Given, and seen to be given by the very next call too: a trial without that would show nothing.
        for (var said = await right.AskAsync(far); !said.IsAllow; said = await right.AskAsync(far))
        {
            said.IsDeny.ShouldBeFalse($"given and not seen: {said}");
            Unanswered++;
        }

        await UntilDoneAsync(right.WithdrawAsync);
        _ = Interlocked.Increment(ref epoch);
        for (var said = await right.AskAsync(far); !said.IsDeny; said = await right.AskAsync(far))
        {
            if (said.IsAllow)
            {
                Stale.Enqueue($"{right} after its withdrawal: {said}");
                break;
            }

            Unanswered++;
        }

        // The others' questions seldom fall into so short a time by themselves.
        foreach (var said in await Task.WhenAll(right.AskAsync(far), right.AskAsync(near), right.AskAsync(far), right.AskAsync(near)))
        {
            Judge(said);
        }

        Done++;
        _ = Interlocked.Increment(ref epoch);
        await UntilDoneAsync(right.GiveAsync);
    }

    private async Task AskOnAsync(Caller gateway, CancellationToken end)
    {
        while (!end.IsCancellationRequested)
        {
            var before = Volatile.Read(ref epoch);
            var said = await right.AskAsync(gateway);
            if (before % 2 == 1 && before == Volatile.Read(ref epoch))
            {
                Judge(said);
            }
        }
    }

    private void Judge(Said said)
    {
        _ = Interlocked.Increment(ref questions);
        if (said.IsAllow)
        {
            Stale.Enqueue($"{right} under load: {said}");
        }
    }

    // 503 says that nobody knows whether it was done; done again it is as wanted. Gone already is as wanted too.
    private async Task UntilDoneAsync(Func<Caller, Task<Said>> change)
    {
        for (var said = await change(admin); !said.IsDone; said = await change(admin))
        {
            if (said.Status is 404 or 412 && Unanswered > 0)
            {
                return;
            }

            (said.Status is 0 or 409 or 503).ShouldBeTrue($"{right}: {said}");
            Unanswered++;
        }
    }
}
