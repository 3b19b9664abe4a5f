using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;

namespace AgentFunctions.Shared.Processes;

/// <summary>A port of 127.0.0.1 that nobody listens on, for a process that must be told its own address before it starts.</summary>
public static class FreePort
{
    // Below the range from which systems take ports for outgoing connections, so that none takes it before its use.
    private const int First = 20_000;
    private const int Last = 32_000;

    public static int Next()
    {
        while (true)
        {
            var port = RandomNumberGenerator.GetInt32(First, Last);
            try
            {
                using var listener = new TcpListener(IPAddress.Loopback, port);
                listener.Start();
                return port;
            }
            catch (SocketException)
            {
                // Taken: another one.
            }
        }
    }

    public static string Address() => $"http://127.0.0.1:{Next()}";
}
