using System.Net.Http.Headers;
using System.Net.Mime;
using System.Text;
using AgentFunctions.Shared;

namespace AgentFunctions.LoadBench;

/// <summary>Asks the app over HTTP: a gateway names an agent and the person that it acts for, and every answer is allow.</summary>
internal sealed class Decisions(string address, TestIssuer issuer, int agents)
{
    private readonly Uri endpoint = new($"{address}/access/v1/evaluation");
    private readonly byte[][] bodies = [.. Enumerable.Range(0, agents).Select(Body)];

    /// <summary>The request about that agent.</summary>
    public static byte[] Body(int number) => Encoding.UTF8.GetBytes(
        $$"""
        {
          "subject": { "type": "user", "id": "{{Company.PersonName(number + 2)}}", "properties": { "act": { "sub": "{{Company.AgentName(number)}}" } } },
          "action": { "name": "read", "properties": { "arguments": { "page": 1, "query": "container MSKU 204117" } } },
          "resource": { "type": "tool", "id": "{{Company.ToolName(number)}}" },
          "context": { "route": ["gateway"] }
        }
        """);

    public static string Token(TestIssuer issuer) => issuer.AppOnly("gateway", "Decisions.Ask").Text;

    /// <param name="spread">Over how many of the agents.</param>
    public async Task<Measured> RunAsync(int connections, int spread, TimeSpan length, int atMost = int.MaxValue)
    {
        using var handler = new SocketsHttpHandler { MaxConnectionsPerServer = connections, UseProxy = false, UseCookies = false };
        using var http = new HttpMessageInvoker(handler);
        var authorization = new AuthenticationHeaderValue("Bearer", Token(issuer));
        return await ClosedLoops.RunAsync(connections, length, atMost, (loop, turn) =>
            AskAsync(http, authorization, bodies[((loop * 7_919) + (turn * 31)) % spread]));
    }

    /// <summary>One decision about each agent, so that everything compiled is warm.</summary>
    public async Task WarmAsync()
    {
        using var http = new HttpMessageInvoker(new SocketsHttpHandler { UseProxy = false });
        var authorization = new AuthenticationHeaderValue("Bearer", Token(issuer));
        await Parallel.ForEachAsync(bodies, new ParallelOptions { MaxDegreeOfParallelism = 4 }, async (body, _) =>
        {
            for (var attempt = 0; !await AskAsync(http, authorization, body); attempt++)
            {
                if (attempt == 50)
                {
                    throw new InvalidOperationException("the app does not allow what it should");
                }
            }
        });
    }

    private async Task<bool> AskAsync(HttpMessageInvoker http, AuthenticationHeaderValue authorization, byte[] body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, endpoint) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue(MediaTypeNames.Application.Json);
        request.Headers.Authorization = authorization;
        using var response = await http.SendAsync(request, CancellationToken.None);
        var answer = await response.Content.ReadAsByteArrayAsync();
        return answer.AsSpan().IndexOf("\"decision\":true"u8) >= 0;
    }
}
