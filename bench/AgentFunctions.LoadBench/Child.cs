using System.Diagnostics;

namespace AgentFunctions.LoadBench;

/// <summary>Another process of this program. It ends when its input does.</summary>
internal sealed class Child : IAsyncDisposable
{
    private readonly Process process;
    private readonly SemaphoreSlim one = new(1);

    private Child(Process process) => this.process = process;

    /// <summary>The first line that it said.</summary>
    public string Address { get; private set; } = "";

    public static async Task<Child> StartAsync(string part, IReadOnlyDictionary<string, string> environment)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!) // A running program has one.
        {
            ArgumentList = { part },
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            WorkingDirectory = AppContext.BaseDirectory,
        };
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        var child = new Child(Process.Start(start)!); // Null only when a shell was asked to open a file.
        while (!child.Address.StartsWith("http", StringComparison.Ordinal))
        {
            child.Address = await child.process.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException($"`{part}` did not start");
        }

        return child;
    }

    /// <summary>The one line that it answers.</summary>
    public async Task<string> AskAsync(string line)
    {
        await one.WaitAsync();
        try
        {
            await process.StandardInput.WriteLineAsync(line);
            await process.StandardInput.FlushAsync();
            string? answer;
            do
            {
                answer = await process.StandardOutput.ReadLineAsync();
            }
            while (answer is { Length: > 0 } && answer[0] != '{' && answer[0] != '[');
            return answer ?? throw new InvalidOperationException("the app ended");
        }
        finally
        {
            _ = one.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        process.StandardInput.Close();
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        try
        {
            await process.WaitForExitAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill();
        }

        process.Dispose();
        one.Dispose();
    }
}
