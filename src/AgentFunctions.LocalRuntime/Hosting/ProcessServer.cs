using System.Net.Sockets;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http.Features;

namespace AgentFunctions.LocalRuntime.Hosting;

/// <summary>The server of an app that is its own process: an address that cannot be had is one line, and the process's end.</summary>
internal sealed class ProcessServer(IServer server) : IServer
{
    public IFeatureCollection Features => server.Features;

    public async Task StartAsync<TContext>(IHttpApplication<TContext> application, CancellationToken cancellationToken)
        where TContext : notnull
    {
        try
        {
            await server.StartAsync(application, cancellationToken);
        }
        catch (Exception exception) when (exception is IOException or SocketException)
        {
            // Kestrel's own message names the one address of several that failed; a bare socket's names none.
            var addresses = string.Join(", ", Features.Get<IServerAddressesFeature>()?.Addresses ?? []);
            ProcessEnd.Refuse(exception is IOException ? exception.Message : $"Failed to bind to address {addresses}: {exception.Message}");
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => server.StopAsync(cancellationToken);

    public void Dispose() => server.Dispose();
}
