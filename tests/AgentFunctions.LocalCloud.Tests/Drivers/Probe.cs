using Microsoft.Extensions.Hosting;

namespace AgentFunctions.LocalCloud.Tests.Drivers;

/// <summary>An app's hosted service that needs LocalCloud from its start.</summary>
internal sealed class Probe(string url) : IHostedService
{
    public bool AnsweredAtStart { get; private set; }

    public async Task StartAsync(CancellationToken cancellationToken) => AnsweredAtStart = await AnswersAsync(cancellationToken);

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public async Task<bool> AnswersAsync(CancellationToken cancellationToken)
    {
        using var http = new HttpClient(new HttpClientHandler { CheckCertificateRevocationList = true });
        try
        {
            using var reply = await http.GetAsync(url, cancellationToken);
            return reply.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }
}
