using System.Diagnostics;

namespace AgentFunctions.Shared.Processes;

/// <summary>The last lines that a process wrote, of both its streams.</summary>
public sealed class CapturedOutput
{
    private const int MaxLines = 2_000;

    private readonly Queue<string> lines = new();
    private readonly Lock gate = new();

    internal void Follow(Process process)
    {
        process.OutputDataReceived += Add;
        process.ErrorDataReceived += Add;
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public override string ToString()
    {
        lock (gate) return string.Join(Environment.NewLine, lines);
    }

    private void Add(object sender, DataReceivedEventArgs received)
    {
        if (received.Data is null) return;
        lock (gate)
        {
            if (lines.Count == MaxLines) _ = lines.Dequeue();
            lines.Enqueue(received.Data);
        }
    }
}
