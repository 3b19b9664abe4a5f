using System.Net.Sockets;
using Microsoft.AspNetCore.Connections;

namespace AgentFunctions.LocalCloud;

/// <summary>Starts the server, and names the address when it cannot be had.</summary>
internal static class Listening
{
    /// <exception cref="LocalCloudStartException">The port is in use, or the address may not be listened on.</exception>
    public static async Task ListenAsync(this WebApplication app, CancellationToken cancellationToken)
    {
        try
        {
            await app.StartAsync(cancellationToken);
        }
        catch (Exception exception) when (exception is IOException or SocketException)
        {
            var url = app.Services.GetRequiredService<ListenAddress>().Url;
            throw new LocalCloudStartException($"LocalCloud cannot listen on `{url}`: {Reason(exception)}", exception);
        }
    }

    // On `localhost` the server listens twice, and wraps both failures.
    private static string Reason(Exception exception) =>
        exception.GetBaseException() is AddressInUseException or SocketException { SocketErrorCode: SocketError.AddressAlreadyInUse }
            ? "the address is already in use"
            : exception.GetBaseException().Message;
}
