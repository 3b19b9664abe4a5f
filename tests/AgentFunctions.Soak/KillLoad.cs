using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;

namespace AgentFunctions.Soak;

/// <summary>Decisions and administration at once, until the app no longer answers.</summary>
internal sealed class KillLoad(Caller admin, Caller gateway, ConcurrentQueue<Guid> allows)
{
    private const int Deciders = 16;
    private const int Administrators = 4;

    private readonly TaskCompletionSource enough = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly int goal = RandomNumberGenerator.GetInt32(20, 120);
    private int heard;
    private int changed;

    /// <summary>How many changes were answered as done.</summary>
    public int Changed => Volatile.Read(ref changed);

    /// <summary>Done after a random number of allows: the moment to kill.</summary>
    public Task Enough => enough.Task;

    public Task RunAsync() => Task.WhenAll(
        Enumerable.Range(0, Deciders).Select(_ => DecideOnAsync())
            .Concat(Enumerable.Range(0, Administrators).Select(AdministerOnAsync)));

    private async Task DecideOnAsync()
    {
        for (var said = await AskAsync(); said.Status != 0; said = await AskAsync())
        {
            if (!said.IsAllow)
            {
                continue;
            }

            allows.Enqueue(said.EvaluationId);
            if (Interlocked.Increment(ref heard) == goal)
            {
                enough.SetResult();
            }
        }
    }

    private Task<Said> AskAsync() => Right.All[0].AskAsync(gateway);

    private async Task AdministerOnAsync(int who)
    {
        var id = who.ToString(CultureInfo.InvariantCulture);
        for (var turn = 0; ; turn++)
        {
            var said = await ChangeAsync(id, turn);
            if (said.Status == 0)
            {
                return;
            }

            if (said.IsDone)
            {
                _ = Interlocked.Increment(ref changed);
            }
        }
    }

    // Each kind of thing is created, changed and taken away, so that every table and every kind of row is written.
    private Task<Said> ChangeAsync(string id, int turn)
    {
        var level = turn.ToString(CultureInfo.InvariantCulture);
        return (turn % 9) switch
        {
            0 => admin.PutAsync($"agents/worker-{id}", $$"""{"owner":"dan","purpose":"turn {{level}}"}"""),
            1 => admin.PutAsync($"principals/agent/worker-{id}/entitlements/e", $$$"""{"effect":"allow","actions":["a{{{level}}}"],"resource":{"type":"t","id":"*"}}"""),
            2 => admin.PutAsync($"principals/agent/worker-{id}/entitlements/f", $$$"""{"effect":"deny","actions":["a{{{level}}}"],"resource":{"type":"t","id":"*"}}"""),
            3 => admin.PutAsync($"resources/t/{id}", $$$"""{"sensitivity":"low","properties":{"turn":{{{level}}}}}"""),
            4 => admin.PutAsync($"people/person-{id}", $$"""{"standing":"{{(turn % 2 == 0 ? "living" : "left")}}"}"""),
            5 => admin.PutAsync($"delegations/dora/worker-{id}", $$"""{"actions":["a{{level}}"],"resources":[{"type":"t","id":"*"}],"expires_at":"2199-01-01T00:00:00Z"}"""),
            6 => admin.PutAsync($"guardrails/g-{id}", $$$"""{"effect":"deny","actions":["a{{{level}}}"],"resource":{"type":"t","id":"*"}}"""),
            7 => admin.DeleteAsync(turn % 2 == 0 ? $"principals/agent/worker-{id}/entitlements/f" : $"delegations/dora/worker-{id}"),
            _ => admin.PostAsync($"agents/worker-{id}/{(turn % 2 == 0 ? "suspend" : "resume")}", """{"reason":"its turn"}"""),
        };
    }
}
