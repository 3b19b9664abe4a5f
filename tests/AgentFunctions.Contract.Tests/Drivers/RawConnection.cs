using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace AgentFunctions.Contract.Tests.Drivers;

/// <summary>Bytes on a socket, for what no HTTP client would send.</summary>
internal static class RawConnection
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <param name="address">Of the app.</param>
    /// <param name="request">As it is; `{host}` stands for the app's.</param>
    /// <param name="isHalfClosed">Nothing more comes, the request's end included.</param>
    /// <returns>The first answer with its body as sent; status 0 where the connection ended without one.</returns>
    public static async Task<Answer> SendAsync(string address, byte[] request, bool isHalfClosed)
    {
        var uri = new Uri(address);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(Patience);
        using var client = new TcpClient { NoDelay = true };
        await client.ConnectAsync(uri.Host, uri.Port, patience.Token);
        var stream = client.GetStream();
        var writing = WriteAsync(client, stream, request, isHalfClosed, patience.Token);
        var text = await ReadAsync(stream, patience.Token);
        await writing;
        return Parse(text);
    }

    // The app may answer and close before it has heard everything.
    private static async Task WriteAsync(TcpClient client, NetworkStream stream, byte[] request, bool isHalfClosed, CancellationToken cancellationToken)
    {
        try
        {
            await stream.WriteAsync(request, cancellationToken);
            if (isHalfClosed) client.Client.Shutdown(SocketShutdown.Send);
        }
        catch (IOException)
        {
        }
    }

    private static async Task<string> ReadAsync(NetworkStream stream, CancellationToken cancellationToken)
    {
        using var answer = new MemoryStream();
        try
        {
            await stream.CopyToAsync(answer, cancellationToken);
        }
        catch (IOException)
        {
            // Reset: what came before counts.
        }

        return Encoding.UTF8.GetString(answer.ToArray());
    }

    private static Answer Parse(string text)
    {
        if (!text.StartsWith("HTTP/1.", StringComparison.Ordinal)) return new Answer(0, new Dictionary<string, string>(), text);
        var parts = text.Split("\r\n\r\n", 2);
        var lines = parts[0].Split("\r\n");
        var headers = lines[1..].Select(line => line.Split(':', 2)).Where(pair => pair.Length == 2)
            .GroupBy(pair => pair[0], pair => pair[1].Trim(), StringComparer.OrdinalIgnoreCase)
            .ToDictionary(header => header.Key, header => string.Join(", ", header), StringComparer.OrdinalIgnoreCase);
        return new Answer(int.Parse(lines[0].Split(' ')[1], CultureInfo.InvariantCulture), headers, parts.Length == 2 ? parts[1] : "");
    }
}
