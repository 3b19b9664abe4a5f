using System.Diagnostics;
using System.Text.Json;
using AgentFunctions.Hosting;
using AgentFunctions.LocalRuntime;
using Azure.Core.Pipeline;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace AgentFunctions.LoadBench;

/// <summary>
/// The app as production makes it, in a process of its own. Says its address, then answers each line of its input with
/// one line: `state`, or `stages` and a token.
/// </summary>
internal static class AppProcess
{
    public static async Task RunAsync()
    {
        var counting = new CountingTransport();
        var builder = FunctionsApplication.CreateBuilder(["--urls", "http://127.0.0.1:0"]);
        builder.UseFunctionsFrom(typeof(AgentFunctionsApp).Assembly);
        builder.Services.AddSingleton<HttpPipelineTransport>(counting);
        builder.ConfigureFunctionsWebApplication();
        builder.AddAgentFunctions();
        builder.UseAgentFunctions();
        using var host = builder.Build();
        await host.StartAsync();
        await Say(host.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single()); // Kestrel has it.
        while (await Console.In.ReadLineAsync() is { } line)
        {
            await Say(line.Split(' ', 2) is ["stages", var token]
                ? JsonSerializer.Serialize(await new Stages(host.Services).RunAsync(token))
                : JsonSerializer.Serialize(StateOf(counting)));
        }

        await host.StopAsync();
    }

    private static ProcessState StateOf(CountingTransport counting)
    {
        using var process = Process.GetCurrentProcess();
        var allocated = GC.GetTotalAllocatedBytes();
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
        return new(counting.Counts, process.WorkingSet64, GC.GetTotalMemory(false), allocated, process.TotalProcessorTime.TotalSeconds);
    }

    private static async Task Say(string line)
    {
        await Console.Out.WriteLineAsync(line);
        await Console.Out.FlushAsync();
    }
}
