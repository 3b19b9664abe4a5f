using Microsoft.IdentityModel.Protocols;

namespace AgentFunctions.Security;

/// <summary>Fetches an issuer's metadata and keys. The metadata names the keys' address, so that is checked as well.</summary>
internal sealed class IssuerDocuments(HttpClient http) : IDocumentRetriever
{
    public const string HttpClientName = "issuers";

    /// <summary>Of one document, in bytes. Entra's keys are about 15 KB.</summary>
    public const int MaxBytes = 1 << 20;

    public static TimeSpan Timeout { get; } = TimeSpan.FromSeconds(5);

    public Task<string> GetDocumentAsync(string address, CancellationToken cancel) =>
        IssuerAddress.IsSafe(address)
            ? http.GetStringAsync(address, cancel)
            : throw new InvalidOperationException($"`{address}` is neither https nor http on loopback");
}
