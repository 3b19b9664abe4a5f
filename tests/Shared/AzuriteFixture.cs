using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace AgentFunctions.Shared;

/// <summary>
/// Azurite (blobs, queues, tables) of its own for a test project, on free ports of 127.0.0.1 with an empty directory.
/// Register it once: <c>[assembly: AssemblyFixture(typeof(AzuriteFixture))]</c>, and take it in a test class's constructor.
/// Without Azurite (<c>.tools/node_modules/.bin/azurite</c> under the repository's root, or on PATH) the tests that
/// ask for <see cref="ConnectionString"/> are skipped, and say why.
/// </summary>
public sealed class AzuriteFixture : IAsyncLifetime
{
    // Public, documented and the same in every Azurite: guards nothing.
    private const string Account = "devstoreaccount1";
    private const string Key = "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";
    private static readonly TimeSpan LongestStart = TimeSpan.FromSeconds(60);
    private static readonly string[] Services = ["Blob", "Queue", "Table"];

    private readonly Dictionary<string, int> ports = Services.ToDictionary(service => service, _ => 0);
    private readonly string directory = System.IO.Directory.CreateTempSubdirectory("azurite-").FullName;
    private readonly Stack<Process> running = new();

    /// <summary>False where the tests that ask for it are skipped.</summary>
    public bool IsInstalled => Find() is not null;

    /// <summary>A connection string for every service; skips the calling test when Azurite is not installed.</summary>
    public string ConnectionString
    {
        get
        {
            Assert.SkipWhen(Find() is null, "azurite is neither in .tools/node_modules/.bin nor on PATH: `npm ci --prefix .tools`");
            var endpoints = Services.Select(service => $"{service}Endpoint=http://127.0.0.1:{ports[service]}/{Account};");
            return $"DefaultEndpointsProtocol=http;AccountName={Account};AccountKey={Key};{string.Concat(endpoints)}";
        }
    }

    public async ValueTask InitializeAsync()
    {
        if (Find() is not null)
        {
            await StartAsync(CancellationToken.None);
        }
    }

    /// <summary>Starts it again after <see cref="StopAsync"/>: same ports, same data.</summary>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo(Find()!) // Only called when it was found.
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            ArgumentList = { "--silent", "--disableTelemetry", "--skipApiVersionCheck", "--location", directory },
        };
        foreach (var service in Services)
        {
            // Port 0 lets the system choose, so that no other process can take a port between choice and use.
            start.ArgumentList.Add($"--{service.ToLowerInvariant()}Port");
            start.ArgumentList.Add(ports[service].ToString(CultureInfo.InvariantCulture));
        }

        var process = Process.Start(start)!; // Null only when a shell was asked to open a file.
        running.Push(process);
        AppDomain.CurrentDomain.ProcessExit += KillAtExit;
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(LongestStart);
        await ReadPortsAsync(process, patience.Token);

        // What it prints later must be drained, or a full pipe would stop it.
        _ = process.StandardOutput.BaseStream.CopyToAsync(Stream.Null, CancellationToken.None);
        _ = process.StandardError.BaseStream.CopyToAsync(Stream.Null, CancellationToken.None);
    }

    /// <summary>Takes the storage away: connections are refused until <see cref="StartAsync"/>.</summary>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        if (running.TryPop(out var process))
        {
            AppDomain.CurrentDomain.ProcessExit -= KillAtExit;
            // Politely: killed outright it loses what it has not yet saved, which takes it up to five seconds.
            using var signal = Process.Start("kill", ["-TERM", process.Id.ToString(CultureInfo.InvariantCulture)]);
            await process.WaitForExitAsync(cancellationToken);
            process.Dispose();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync(CancellationToken.None);
        System.IO.Directory.Delete(directory, recursive: true);
    }

    // The last of "Azurite Blob service is successfully listening at http://127.0.0.1:42823", one line a service.
    private async Task ReadPortsAsync(Process started, CancellationToken cancellationToken)
    {
        var said = new StringBuilder();
        for (var listening = 0; listening < Services.Length;)
        {
            var line = await started.StandardOutput.ReadLineAsync(cancellationToken)
                ?? throw new InvalidOperationException($"azurite ended before it listened: {said}{await started.StandardError.ReadToEndAsync(cancellationToken)}");
            said.AppendLine(line);
            if (line.Contains("successfully listening", StringComparison.Ordinal))
            {
                var service = line.Split(' ')[1];
                ports[service] = new Uri(line[line.IndexOf("http", StringComparison.Ordinal)..]).Port;
                listening++;
            }
        }
    }

    private void KillAtExit(object? sender, EventArgs arguments)
    {
        if (running.TryPeek(out var process))
        {
            process.Kill(entireProcessTree: true);
        }
    }

    private static string? Find()
    {
        var repository = new DirectoryInfo(AppContext.BaseDirectory);
        while (repository is not null && !File.Exists(Path.Combine(repository.FullName, "AgentFunctions.sln")))
        {
            repository = repository.Parent;
        }

        string[] folders =
        [
            .. repository is null ? (string[])[] : [Path.Combine(repository.FullName, ".tools", "node_modules", ".bin")],
            .. (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator),
        ];
        return folders.Select(folder => Path.Combine(folder, "azurite")).FirstOrDefault(File.Exists);
    }
}
