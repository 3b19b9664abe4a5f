using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace AgentFunctions.LoadBench;

/// <summary>
/// As much of the table protocol as a decision needs, answered at once from memory: what is inserted row by row can be
/// read. Of a transaction only the last row is kept, which for the ledger's is the head; conditions are not checked.
/// </summary>
internal static class TableStub
{
    private static readonly StubRows Rows = new();

    public static async Task RunAsync()
    {
        var builder = WebApplication.CreateSlimBuilder(["--urls", "http://127.0.0.1:0"]);
        builder.Logging.ClearProviders();
        await using var app = builder.Build();
        app.Run(AnswerAsync);
        await app.StartAsync();
        await Console.Out.WriteLineAsync(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single()); // Kestrel has it.
        await Console.Out.FlushAsync();
        while (await Console.In.ReadLineAsync() is not null)
        {
            // Nothing is asked of it this way: the end of its input is its end.
        }

        await app.StopAsync();
    }

    private static Task AnswerAsync(HttpContext http)
    {
        var path = http.Request.Path.Value ?? "";
        var (table, key) = StubRows.Split(path[(path.LastIndexOf('/') + 1)..]);
        return (http.Request.Method, table, key) switch
        {
            ("POST", "$batch", _) => CommitAsync(http),
            ("POST", "Tables", _) => WriteAsync(http, StatusCodes.Status204NoContent),
            ("GET", _, "") => WriteAsync(http, StatusCodes.Status200OK, Rows.Query(table, http.Request.Query["$filter"].ToString())),
            ("GET", _, _) => Rows.Find(table, key) is { } row
                ? WriteAsync(http, StatusCodes.Status200OK, row)
                : WriteAsync(http, StatusCodes.Status404NotFound, """{"odata.error":{"code":"ResourceNotFound","message":{"lang":"en-US","value":"none"}}}"""u8.ToArray()),
            ("POST" or "PUT", _, _) => StoreAsync(http, table),
            _ => WriteAsync(http, StatusCodes.Status501NotImplemented),
        };
    }

    private static async Task StoreAsync(HttpContext http, string table)
    {
        http.Response.Headers.ETag = Rows.Store(table, await ReadAsync(http));
        await WriteAsync(http, StatusCodes.Status204NoContent);
    }

    private static async Task CommitAsync(HttpContext http)
    {
        var body = await ReadAsync(http);
        var count = body.AsSpan().Count(" HTTP/1.1\r\n"u8);
        var last = body.AsSpan(body.AsSpan().LastIndexOf("\r\n\r\n{"u8) + 4);
        var etag = Rows.Store("Ledger", last[..(last.LastIndexOf((byte)'}') + 1)].ToArray());
        var answer = new StringBuilder("--batchresponse_1\r\nContent-Type: multipart/mixed; boundary=changesetresponse_1\r\n\r\n");
        for (var i = 0; i < count; i++)
        {
            _ = answer.Append(CultureInfo.InvariantCulture,
                $"--changesetresponse_1\r\nContent-Type: application/http\r\nContent-Transfer-Encoding: binary\r\n\r\nHTTP/1.1 204 No Content\r\nETag: {etag}\r\n\r\n\r\n");
        }

        _ = answer.Append("--changesetresponse_1--\r\n--batchresponse_1--\r\n");
        http.Response.ContentType = "multipart/mixed; boundary=batchresponse_1";
        await WriteAsync(http, StatusCodes.Status202Accepted, Encoding.ASCII.GetBytes(answer.ToString()));
    }

    private static async Task<byte[]> ReadAsync(HttpContext http)
    {
        using var body = new MemoryStream((int)(http.Request.ContentLength ?? 0));
        await http.Request.Body.CopyToAsync(body);
        return body.ToArray();
    }

    private static async Task WriteAsync(HttpContext http, int status, byte[]? body = null)
    {
        http.Response.StatusCode = status;
        if (body is not null)
        {
            http.Response.ContentType ??= "application/json";
            http.Response.ContentLength = body.Length;
            await http.Response.Body.WriteAsync(body);
        }
    }
}
