using Microsoft.Extensions.Options;

namespace AgentFunctions.Security;

/// <summary>Refuses combinations of options that would make the app believe more than it should.</summary>
internal sealed class SecurityRules : IValidateOptions<SecurityOptions>
{
    private static readonly string[] NeverAnId = ["sub", "upn", "mail", "email", "preferred_username", "unique_name", "name"];

    public ValidateOptionsResult Validate(string? name, SecurityOptions options)
    {
        string[] faults =
        [
            .. options.Issuers.CountBy(issuer => issuer.Issuer, StringComparer.Ordinal)
                .Where(pair => pair.Value > 1)
                .Select(pair => $"issuer `{pair.Key}` is configured more than once"),
            .. options.Issuers.SelectMany(Faults),
            .. TimeSpan.FromHours(options.KeyLifetimeHours) > TimeSpan.FromMinutes(options.KeyRefreshMinutes)
                ? (string[])[]
                : [$"{nameof(options.KeyLifetimeHours)} must be longer than {nameof(options.KeyRefreshMinutes)}, or keys end before they are fetched again"],
        ];
        return faults.Length == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private static IEnumerable<string> Faults(IssuerOptions issuer) =>
    [
        .. Addresses(issuer).Where(address => !IssuerAddress.IsSafe(address)).Select(address => $"`{address}` is neither https nor http on loopback"),
        .. issuer.Audiences.Where(string.IsNullOrWhiteSpace).Select(_ => $"issuer `{issuer.Issuer}` has an empty audience"),
        .. issuer.Algorithms.Except(Issuer.SupportedAlgorithms, StringComparer.Ordinal).Select(algorithm => $"algorithm `{algorithm}` is not one of {string.Join(", ", Issuer.SupportedAlgorithms)}"),
        .. IdClaims(issuer.Claims).Intersect(NeverAnId, StringComparer.OrdinalIgnoreCase).Select(claim => $"claim `{claim}` identifies nobody for good"),
        .. KindFaults(issuer.Claims),
    ];

    private static IEnumerable<string> Addresses(IssuerOptions issuer) =>
        issuer.MetadataAddress.Length == 0 ? [issuer.Issuer] : [issuer.Issuer, issuer.MetadataAddress];

    private static IEnumerable<string> IdClaims(ClaimOptions claims) => [claims.Person, claims.Client, claims.Tenant];

    // Without either claim every token would be app-only, which is safe; with a person claim it is not what was meant.
    private static IEnumerable<string> KindFaults(ClaimOptions claims) => claims switch
    {
        { Person.Length: > 0, Scope.Length: 0, Kind.Length: 0 } => ["a person claim needs a scope or a kind claim that tells delegated from app-only tokens"],
        { Kind.Length: > 0, AppOnlyKind.Length: 0 } => ["a kind claim needs the value that means app-only"],
        _ => [],
    };
}
