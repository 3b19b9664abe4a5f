using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using AgentFunctions.LocalRuntime.SampleApp;

namespace AgentFunctions.LocalRuntime.Tests.Hosting;

/// <summary>The sample app as a process of its own, as `dotnet run` starts one.</summary>
public sealed class ProcessTests
{
    private readonly CancellationToken cancellationToken = TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_address_in_use_is_one_line_that_names_it_and_exit_code_1()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var port = ((IPEndPoint)taken.LocalEndpoint).Port;
        var (exitCode, error) = await RunAsync("--port", $"{port}");
        (exitCode, error).ShouldBe((1, $"error: failed to bind to address http://127.0.0.1:{port}: address already in use{Environment.NewLine}"));
    }

    [Fact]
    public async Task An_argument_that_cannot_be_followed_is_one_line_and_exit_code_1()
    {
        var (exitCode, error) = await RunAsync("--port", "many");
        (exitCode, error).ShouldBe((1, $"error: `--port` needs a port from 0 to 65535, not `many`{Environment.NewLine}"));
    }

    private async Task<(int ExitCode, string Error)> RunAsync(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(SampleComposition).Assembly.Location, .. arguments])
        {
            UseShellExecute = false,
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        };
        using var process = Process.Start(start)!; // Null only when a shell was asked to open a file.
        var output = process.StandardOutput.ReadToEndAsync(cancellationToken);
        var error = await process.StandardError.ReadToEndAsync(cancellationToken);
        await output;
        await process.WaitForExitAsync(cancellationToken);
        return (process.ExitCode, error);
    }
}
