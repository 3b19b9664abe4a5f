using System.Net.Http.Headers;

namespace AgentFunctions.Contract.Tests.Drivers;

/// <summary>Sends calls as they are written, once: no redirects, no cookies, nothing added.</summary>
internal sealed class Wire : IDisposable
{
    private readonly HttpClient client;

    public Wire(string address)
    {
        Address = address;
        client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, UseProxy = false }) { Timeout = TimeSpan.FromSeconds(60) };
    }

    public string Address { get; }

    public async Task<Answer> SendAsync(Call call)
    {
        // Dangerous only to those who let others write their paths: `..` and escapes stay as they are.
        var address = new Uri($"{Address}{call.Path}", new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true });
        using var request = new HttpRequestMessage(call.Method, address);
        if (call.Body is { } body)
        {
            request.Content = new ByteArrayContent(body);
            if (call.ContentType is { } type) request.Content.Headers.TryAddWithoutValidation("Content-Type", type).ShouldBeTrue();
        }

        if (call.Token is { } token) request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        foreach (var (name, value) in call.Headers)
        {
            var added = request.Headers.TryAddWithoutValidation(name, value) || request.Content?.Headers.TryAddWithoutValidation(name, value) == true;
            added.ShouldBeTrue(name);
        }

        using var response = await client.SendAsync(request, TestContext.Current.CancellationToken);
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        var headers = response.Headers.Concat(response.Content.Headers)
            .ToDictionary(header => header.Key, header => string.Join(", ", header.Value), StringComparer.OrdinalIgnoreCase);
        return await Described.CheckAsync(call, new Answer((int)response.StatusCode, headers, text));
    }

    public void Dispose() => client.Dispose();
}
