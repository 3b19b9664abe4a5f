using System.Net.Sockets;
using System.Text;
using AgentFunctions.Contract.Tests.Drivers;

namespace AgentFunctions.Contract.Tests.Raw;

/// <summary>Bytes on a socket, for what no HTTP client would send.</summary>
internal sealed class RawConnection : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly Socket socket = new(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };

    private RawConnection()
    {
    }

    /// <summary>Sends all of it and leaves the connection open.</summary>
    /// <param name="address">Of the app.</param>
    /// <param name="request">Each character is one byte.</param>
    public static async Task<RawConnection> SendAsync(string address, string request)
    {
        var connection = new RawConnection();
        var uri = new Uri(address);
        await connection.socket.ConnectAsync(uri.Host, uri.Port, TestContext.Current.CancellationToken);
        await UnlessEndedAsync(() => connection.SendAllAsync(Encoding.Latin1.GetBytes(request)));
        return connection;
    }

    /// <returns>The answers until the app ends the connection; none when it ends without one, or when nobody listens.</returns>
    public static async Task<IReadOnlyList<Answer>> AskAsync(string address, string request, Ending ending = Ending.Silence)
    {
        using var connection = await SendAsync(address, request);
        switch (ending)
        {
            case Ending.Reset:
                connection.socket.LingerState = new LingerOption(enable: true, seconds: 0);
                return [];
            case Ending.Finished:
                await UnlessEndedAsync(() =>
                {
                    connection.socket.Shutdown(SocketShutdown.Send);
                    return Task.CompletedTask;
                });
                break;
        }

        return RawAnswers.Parse(await connection.ReadToEndAsync());
    }

    public void Dispose() => socket.Dispose();

    private async Task SendAllAsync(ReadOnlyMemory<byte> bytes)
    {
        while (!bytes.IsEmpty) bytes = bytes[await socket.SendAsync(bytes, TestContext.Current.CancellationToken)..];
    }

    private async Task<string> ReadToEndAsync()
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(Patience);
        var (answer, buffer) = (new StringBuilder(), new byte[4 << 10]);
        await UnlessEndedAsync(async () =>
        {
            while (await socket.ReceiveAsync(buffer, patience.Token) is var read and > 0)
            {
                answer.Append(Encoding.Latin1.GetString(buffer, 0, read));

                // Told that it is too late, it goes: the app would wait on for what is left of the body.
                if (RawAnswers.Parse(answer.ToString()) is [.., { Status: 408 }]) socket.Shutdown(SocketShutdown.Send);
            }
        });
        return answer.ToString();
    }

    // The app may answer and close before it has heard everything, and reset what comes after: what it said before counts.
    private static async Task UnlessEndedAsync(Func<Task> step)
    {
        try
        {
            await step();
        }
        catch (SocketException)
        {
        }
    }
}
