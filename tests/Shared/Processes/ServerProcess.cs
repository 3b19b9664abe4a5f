using System.Diagnostics;
using System.Globalization;
using System.Net;

namespace AgentFunctions.Shared.Processes;

/// <summary>A built program that serves HTTP, in a process of its own. It never outlives the test process.</summary>
public sealed class ServerProcess : IAsyncDisposable
{
    private static readonly TimeSpan LongestStart = TimeSpan.FromSeconds(90);
    private static readonly TimeSpan LongestStop = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    private readonly Process process;

    private ServerProcess(Process process)
    {
        this.process = process;
        Output.Follow(process);
        AppDomain.CurrentDomain.ProcessExit += KillAtExit;
    }

    public CapturedOutput Output { get; } = new();

    public int Id => process.Id;

    public bool HasEnded => process.HasExited;

    /// <summary>Returns when <paramref name="ready"/> is answered with 200.</summary>
    /// <param name="program">Path of the assembly to run.</param>
    /// <exception cref="InvalidOperationException">It ended, or was not ready in 90 s: with its output.</exception>
    public static async Task<ServerProcess> StartAsync(
        string program,
        IReadOnlyList<string> arguments,
        IReadOnlyDictionary<string, string> environment,
        Uri ready,
        CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo("dotnet", [program, .. arguments])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Path.GetDirectoryName(program),
        };
        // Each watcher of a settings file costs one of the few that a user may have.
        start.Environment["DOTNET_hostBuilder__reloadConfigOnChange"] = "false";
        foreach (var (name, value) in environment) start.Environment[name] = value;
        var server = new ServerProcess(Process.Start(start)!); // Null only when a shell was asked to open a file.
        try
        {
            await server.WaitUntilReadyAsync(ready, cancellationToken);
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    /// <summary>`kill -9`: nothing of what it was doing is finished.</summary>
    public void Kill()
    {
        if (process.HasExited) return;
        process.Kill();
        process.WaitForExit();
    }

    /// <summary>`kill -TERM`, and its end.</summary>
    /// <exception cref="TimeoutException">It was still there after 30 s: with its output.</exception>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        if (process.HasExited) return;
        using var signal = Process.Start("kill", ["-TERM", process.Id.ToString(CultureInfo.InvariantCulture)]);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(LongestStop);
        try
        {
            await process.WaitForExitAsync(patience.Token);
        }
        catch (OperationCanceledException fault) when (!cancellationToken.IsCancellationRequested)
        {
            throw new TimeoutException($"it did not stop: {Output}", fault);
        }
    }

    public async ValueTask DisposeAsync()
    {
        AppDomain.CurrentDomain.ProcessExit -= KillAtExit;
        Kill();
        await process.WaitForExitAsync(CancellationToken.None); // Its last lines are read.
        process.Dispose();
    }

    private async Task WaitUntilReadyAsync(Uri ready, CancellationToken cancellationToken)
    {
        using var client = new HttpClient { Timeout = TimeSpan.FromSeconds(10) };
        var started = Stopwatch.GetTimestamp();
        while (!await IsReadyAsync(client, ready, cancellationToken))
        {
            if (process.HasExited) throw new InvalidOperationException($"it ended with {process.ExitCode} before it was ready: {Output}");
            if (Stopwatch.GetElapsedTime(started) > LongestStart) throw new InvalidOperationException($"it was not ready in {LongestStart.TotalSeconds} s: {Output}");
            await Task.Delay(Pause, cancellationToken);
        }
    }

    private static async Task<bool> IsReadyAsync(HttpClient client, Uri ready, CancellationToken cancellationToken)
    {
        try
        {
            using var answer = await client.GetAsync(ready, cancellationToken);
            return answer.StatusCode == HttpStatusCode.OK;
        }
        catch (HttpRequestException)
        {
            return false;
        }
        catch (TaskCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return false;
        }
    }

    private void KillAtExit(object? sender, EventArgs arguments) => Kill();
}
