using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace AgentFunctions.LocalCloud.Tests.Drivers;

/// <summary>A port of 127.0.0.1 that something else listens on.</summary>
internal sealed class TakenPort : IDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);

    public TakenPort()
    {
        listener.Start();
        Url = string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}");
    }

    public string Url { get; }

    public void Dispose() => listener.Dispose();
}
