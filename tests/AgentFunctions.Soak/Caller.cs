using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;

namespace AgentFunctions.Soak;

/// <summary>Somebody with a token at one app process.</summary>
internal sealed class Caller : IDisposable
{
    private readonly HttpClient http;

    /// <param name="patience">How long it waits for an answer; 30 s unless said otherwise.</param>
    public Caller(string address, string token, TimeSpan? patience = null)
    {
        http = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = 256 }) { BaseAddress = new Uri(address), Timeout = patience ?? TimeSpan.FromSeconds(30) };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
    }

    /// <summary>May this agent read this for itself?</summary>
    /// <param name="person">For whom it acts; empty for itself.</param>
    public Task<Said> AskAsync(string agent, string action, string resourceType, string person = "", string mark = "")
    {
        var subject = person.Length == 0
            ? $$"""{"type":"agent","id":"{{agent}}"}"""
            : $$$"""{"type":"user","id":"{{{person}}}","properties":{"act":{"sub":"{{{agent}}}"} } }""";
        return SendAsync(HttpMethod.Post, "access/v1/evaluation",
            $$$"""{"subject":{{{subject}}},"action":{"name":"{{{action}}}"},"resource":{"type":"{{{resourceType}}}","id":"1"},"context":{"mark":"{{{mark}}}"}}""");
    }

    public Task<Said> GetAsync(string path) => SendAsync(HttpMethod.Get, path, null);

    public Task<Said> PostAsync(string path, string json) => SendAsync(HttpMethod.Post, path, json);

    public Task<Said> DeleteAsync(string path) => SendAsync(HttpMethod.Delete, path, null, ifMatch: true);

    /// <summary>Whether it is there or not.</summary>
    public async Task<Said> PutAsync(string path, string json)
    {
        var created = await SendAsync(HttpMethod.Put, path, json);
        return created.Status is 412 or 428 ? await SendAsync(HttpMethod.Put, path, json, ifMatch: true) : created;
    }

    public void Dispose() => http.Dispose();

    private async Task<Said> SendAsync(HttpMethod method, string path, string? json, bool ifMatch = false)
    {
        using var request = new HttpRequestMessage(method, path);
        request.Content = json is null ? null : new StringContent(json, Encoding.UTF8, "application/json");
        if (ifMatch)
        {
            _ = request.Headers.TryAddWithoutValidation("If-Match", "*");
        }

        try
        {
            using var answer = await http.SendAsync(request, TestContext.Current.CancellationToken);
            var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
            return new Said((int)answer.StatusCode, text.Length == 0 ? new JsonObject() : JsonNode.Parse(text)!); // No body is the text null.
        }
        catch (HttpRequestException)
        {
            return Said.Nothing;
        }
        catch (OperationCanceledException) when (!TestContext.Current.CancellationToken.IsCancellationRequested)
        {
            return Said.Nothing;
        }
    }
}
