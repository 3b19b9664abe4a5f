using System.Diagnostics;

namespace AgentFunctions.LocalCloud.Tests.Drivers;

/// <summary>LocalCloud alone, as a person starts it: the built program in a process of its own.</summary>
internal sealed class LocalCloudProcess : IDisposable
{
    private readonly Process process;

    private LocalCloudProcess(Process process) => this.process = process;

    public static LocalCloudProcess Start(string[] arguments, params (string Name, string Value)[] environment)
    {
        var program = Path.Combine(AppContext.BaseDirectory, "AgentFunctions.LocalCloud.dll");
        var start = new ProcessStartInfo("dotnet", [program, .. arguments])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = AppContext.BaseDirectory,
        };
        foreach (var (name, value) in environment) start.Environment[name] = value;
        return new LocalCloudProcess(Process.Start(start).ShouldNotBeNull());
    }

    /// <summary>The addresses it says it listens on, once it has started.</summary>
    public async Task<IReadOnlyList<string>> ListeningAsync(CancellationToken cancellationToken)
    {
        const string announcement = "Now listening on: ";
        var addresses = new List<string>();
        while (await process.StandardOutput.ReadLineAsync(cancellationToken) is { } line)
        {
            if (line.Contains(announcement, StringComparison.Ordinal)) addresses.Add(line.Split(announcement)[1]);
            if (line.Contains("Application started", StringComparison.Ordinal)) return addresses;
        }

        throw new InvalidOperationException($"it ended: {await process.StandardError.ReadToEndAsync(cancellationToken)}");
    }

    public async Task<(int ExitCode, string Output, string Error)> EndedAsync(CancellationToken cancellationToken)
    {
        var output = process.StandardOutput.ReadToEndAsync(cancellationToken);
        var error = process.StandardError.ReadToEndAsync(cancellationToken);
        await process.WaitForExitAsync(cancellationToken);
        return (process.ExitCode, await output, await error);
    }

    public void Dispose()
    {
        if (!process.HasExited) process.Kill();
        process.Dispose();
    }
}
