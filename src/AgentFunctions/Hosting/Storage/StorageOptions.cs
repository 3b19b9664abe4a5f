using System.ComponentModel.DataAnnotations;

namespace AgentFunctions.Hosting.Storage;

/// <summary>Where tables and blobs are, and how long a call to them may take.</summary>
internal sealed class StorageOptions : IValidatableObject
{
    public const string Section = "Storage";

    /// <summary>A connection string, for Azurite. Either this or the two endpoints, never both.</summary>
    public string ConnectionString { get; set; } = string.Empty;

    /// <summary>The account's table endpoint (`https://NAME.table.core.windows.net`), reached with a managed identity.</summary>
    public Uri? TableEndpoint { get; set; }

    /// <summary>The account's blob endpoint (`https://NAME.blob.core.windows.net`), reached with the same identity.</summary>
    public Uri? BlobEndpoint { get; set; }

    /// <summary>Client id of the user-assigned identity; needed with endpoints, unused with a connection string.</summary>
    public string ManagedIdentityClientId { get; set; } = string.Empty;

    /// <summary>Put before every table's name, so that several deployments can share an account: letters and digits, at most 20 (default none).</summary>
    [RegularExpression("^([A-Za-z][A-Za-z0-9]{0,19})?$")]
    public string TablePrefix { get; set; } = string.Empty;

    /// <summary>
    /// Longest wait for one attempt, in seconds (0.05-60, default 10), of administration and replay. What decisions read
    /// has limits of its own (`Decisions`), and so has the ledger.
    /// </summary>
    [Range(0.05, 60)]
    public double AttemptSeconds { get; set; } = 10;

    /// <summary>Attempts after the first one (0-5, default 1).</summary>
    [Range(0, 5)]
    public int Retries { get; set; } = 1;

    /// <summary>Wait before the first retry, in seconds (0-5, default 0.05).</summary>
    [Range(0, 5)]
    public double RetryDelaySeconds { get; set; } = 0.05;

    /// <summary>Wait between attempts to create the tables at start, in seconds (0.05-300, default 2).</summary>
    [Range(0.05, 300)]
    public double CreateRetrySeconds { get; set; } = 2;

    internal TimeSpan Attempt => TimeSpan.FromSeconds(AttemptSeconds);

    internal bool IsAccount => TableEndpoint is not null || BlobEndpoint is not null;

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (IsAccount == ConnectionString.Length > 0)
        {
            yield return new("set either a connection string, or the table and blob endpoints", [nameof(ConnectionString)]);
        }
        else if (IsAccount && (!IsSecure(TableEndpoint) || !IsSecure(BlobEndpoint) || ManagedIdentityClientId.Length == 0))
        {
            yield return new("an account needs an https table endpoint, an https blob endpoint and the identity's client id", [nameof(TableEndpoint)]);
        }
    }

    private static bool IsSecure(Uri? endpoint) => endpoint is { IsAbsoluteUri: true } && endpoint.Scheme == Uri.UriSchemeHttps;
}
