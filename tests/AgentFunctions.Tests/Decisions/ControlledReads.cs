using AgentFunctions.Decisions.Facts;

namespace AgentFunctions.Tests.Decisions;

/// <summary>Shared reads of one row whose storage answers when the test says so.</summary>
internal sealed class ControlledReads
{
    private readonly List<(int Seen, TaskCompletionSource<int> Answer)> started = [];

    public ControlledReads() => Reads = new SharedReads<string, int>(_ =>
    {
        var answer = new TaskCompletionSource<int>();
        started.Add((Stored, answer));
        return answer.Task;
    });

    public SharedReads<string, int> Reads { get; }

    /// <summary>What a read that starts now will find.</summary>
    public int Stored { get; set; }

    /// <summary>How many reads have started.</summary>
    public int Started => started.Count;

    public Task<int> Ask(long arrived) => Reads.ReadAsync("row", arrived, TestContext.Current.CancellationToken);

    public Task<int> Ask() => Ask(Reads.Arrive());

    /// <param name="read">The first that started is 0.</param>
    public void Answer(int read) => started[read].Answer.SetResult(started[read].Seen);

    public void Fail(int read) => started[read].Answer.SetException(new IOException("gone"));
}
