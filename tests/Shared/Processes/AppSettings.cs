using System.Globalization;

namespace AgentFunctions.Shared.Processes;

/// <summary>What an app's process needs to be told; processes with the same settings are instances of one deployment.</summary>
public sealed record AppSettings
{
    /// <summary>Of Azurite.</summary>
    public required string StorageConnectionString { get; init; }

    public required IReadOnlyList<TrustedIssuer> Issuers { get; init; }

    /// <summary>Signs the ledger's checkpoints: one for all instances of a deployment, see <see cref="CheckpointKey"/>.</summary>
    public required string CheckpointKeyPem { get; init; }

    public string TenantId { get; init; } = LocalCloudProcess.Tenant;

    /// <summary>More settings, or other ones, as environment variables: `Ledger__SilentSeconds`.</summary>
    public IReadOnlyDictionary<string, string> Others { get; init; } = new Dictionary<string, string>();

    internal Dictionary<string, string> ToEnvironment(string address)
    {
        var environment = new Dictionary<string, string>
        {
            ["AzureWebJobsStorage"] = StorageConnectionString,
            ["Storage__ConnectionString"] = StorageConnectionString,
            ["Security__TenantId"] = TenantId,
            ["Ledger__CheckpointKeyPem"] = CheckpointKeyPem,
            ["Hosting__PublicBaseUrl"] = address,
        };
        foreach (var (index, issuer) in Issuers.Index())
        {
            var at = index.ToString(CultureInfo.InvariantCulture);
            environment[$"Security__Issuers__{at}__Issuer"] = issuer.Name;
            environment[$"Security__Issuers__{at}__Audiences__0"] = issuer.Audience;
        }

        foreach (var (name, value) in Others) environment[name] = value;
        return environment;
    }
}
