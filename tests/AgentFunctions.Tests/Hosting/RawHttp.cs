using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace AgentFunctions.Tests.Hosting;

/// <summary>A request byte by byte, as no well-behaved client would send it.</summary>
internal sealed class RawHttp : IAsyncDisposable
{
    private readonly TcpClient client = new();

    /// <summary>Sends <paramref name="text"/> (lines end with `\n`, sent as CRLF) and leaves the connection open.</summary>
    public static async Task<RawHttp> SendAsync(Uri address, string text)
    {
        var http = new RawHttp();
        await http.client.ConnectAsync(address.Host, address.Port, TestContext.Current.CancellationToken);
        var bytes = Encoding.UTF8.GetBytes(text.ReplaceLineEndings("\r\n"));
        await http.client.GetStream().WriteAsync(bytes, TestContext.Current.CancellationToken);
        return http;
    }

    public async Task<int> ReadStatusAsync()
    {
        using var reader = new StreamReader(client.GetStream(), Encoding.ASCII, leaveOpen: true);
        var line = await reader.ReadLineAsync(TestContext.Current.CancellationToken);
        return int.Parse(line!.Split(' ')[1], CultureInfo.InvariantCulture); // An answer begins with a status line.
    }

    /// <summary>Is gone, without a word.</summary>
    public void Reset()
    {
        client.LingerState = new LingerOption(enable: true, seconds: 0);
        client.Close();
    }

    public ValueTask DisposeAsync()
    {
        client.Dispose();
        return ValueTask.CompletedTask;
    }
}
