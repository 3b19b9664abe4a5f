using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace AgentFunctions.Soak;

/// <summary>The network between an app and the table service, which misbehaves as the test's script says.</summary>
internal sealed class StorageProxy : IAsyncDisposable
{
    private static readonly string[] Hops = ["Host", "Connection", "Keep-Alive", "Transfer-Encoding", "Content-Length", "Expect"];

    private readonly HttpClient http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false });
    private readonly WebApplication server;
    private readonly string storage;

    private StorageProxy(WebApplication server, string storage) => (this.server, this.storage) = (server, storage);

    /// <summary>By the text of a request's body. Null is passed on.</summary>
    public Func<string, Treatment?> Script { get; set; } = static _ => null;

    /// <summary>For an app that shall go through it for tables.</summary>
    public string ConnectionString { get; private set; } = "";

    public static async Task<StorageProxy> StartAsync(string connection)
    {
        var builder = WebApplication.CreateSlimBuilder(["--urls", "http://127.0.0.1:0"]);
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(server => server.Limits.MaxRequestBodySize = null);
        var proxy = new StorageProxy(builder.Build(), OriginOf(connection));
        proxy.server.Run(proxy.TreatAsync);
        await proxy.server.StartAsync(TestContext.Current.CancellationToken);
        var address = proxy.server.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single(); // Kestrel has it.
        proxy.ConnectionString = connection.Replace($"TableEndpoint={proxy.storage}", $"TableEndpoint={address}", StringComparison.Ordinal);
        return proxy;
    }

    public async ValueTask DisposeAsync()
    {
        await server.DisposeAsync();
        http.Dispose();
    }

    private async Task TreatAsync(HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, CancellationToken.None);
        switch (Script(Encoding.UTF8.GetString(body.ToArray())))
        {
            case Treatment.HoldBack held:
                await held.Until;
                break;
            case Treatment.LoseAnswer:
                using (await ForwardAsync(context.Request, body.ToArray()))
                {
                    context.Abort();
                    return;
                }

            case Treatment.Repeat:
                using (await ForwardAsync(context.Request, body.ToArray()))
                {
                    break;
                }

            case Treatment.Break:
                context.Abort();
                return;
        }

        using var answer = await ForwardAsync(context.Request, body.ToArray());
        await AnswerAsync(context.Response, answer);
    }

    private async Task<HttpResponseMessage> ForwardAsync(HttpRequest request, byte[] body)
    {
        // As it was sent, to the letter: the path is signed.
        var target = request.HttpContext.Features.Get<IHttpRequestFeature>()!.RawTarget; // Kestrel has it.
        using var copy = new HttpRequestMessage(
            new HttpMethod(request.Method),
            new Uri(storage + target, new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true }));
        copy.Content = body.Length > 0 || request.ContentType is not null ? new ByteArrayContent(body) : null;
        foreach (var (name, values) in request.Headers.Where(header => !Hops.Contains(header.Key, StringComparer.OrdinalIgnoreCase)))
        {
            if (!copy.Headers.TryAddWithoutValidation(name, values.ToArray()))
            {
                _ = copy.Content?.Headers.TryAddWithoutValidation(name, values.ToArray());
            }
        }

        // Nobody's patience: what was sent arrives.
        return await http.SendAsync(copy, CancellationToken.None);
    }

    private static async Task AnswerAsync(HttpResponse response, HttpResponseMessage answer)
    {
        response.StatusCode = (int)answer.StatusCode;
        foreach (var (name, values) in answer.Headers.Concat(answer.Content.Headers).Where(header => !Hops.Contains(header.Key, StringComparer.OrdinalIgnoreCase)))
        {
            response.Headers[name] = values.ToArray();
        }

        var bytes = await answer.Content.ReadAsByteArrayAsync(CancellationToken.None);
        if (bytes.Length > 0)
        {
            await response.Body.WriteAsync(bytes, CancellationToken.None);
        }
    }

    // "http://127.0.0.1:10002" of "...;TableEndpoint=http://127.0.0.1:10002/devstoreaccount1;".
    private static string OriginOf(string connection) => new Uri(connection.Split(';')
        .Single(part => part.StartsWith("TableEndpoint=", StringComparison.Ordinal))["TableEndpoint=".Length..]).GetLeftPart(UriPartial.Authority);
}
