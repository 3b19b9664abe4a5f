using System.Buffers.Text;
using System.Text.Json;
using AgentFunctions.Domain.Directory;
using AgentFunctions.Domain.Principals;
using AgentFunctions.Hosting;
using Microsoft.IdentityModel.JsonWebTokens;

namespace AgentFunctions.Security;

/// <summary>Reads who calls from the claims of a token whose signature is good.</summary>
/// <param name="tenant">What the tenant claim must say.</param>
internal sealed class CallerClaims(string issuer, string tenant, ClaimOptions claims)
{
    private readonly string[] roleClaims =
    [
        .. claims.Roles.DefaultIfEmpty("roles"),
        .. claims.ScopeGrantsRoles ? (string[])[claims.Scope] : [],
    ];

    /// <summary>
    /// The payload is read again, strictly: a claim that appears twice, or is of the wrong type, must not be taken for
    /// one of two things.
    /// </summary>
    public TokenOutcome Read(JsonWebToken token)
    {
        using var payload = JsonDocument.Parse(Base64Url.DecodeFromChars(token.EncodedPayload), StrictJson.Document);
        var root = payload.RootElement;
        if (claims.Tenant.Length > 0 && Text(root, claims.Tenant) != tenant)
        {
            return new TokenOutcome.Refused(TokenFault.Tenant);
        }

        var client = Text(root, claims.Client);
        if (!Name.IsValid(client, Name.MaxIdLength) || !TryReadPerson(root, out var person))
        {
            return new TokenOutcome.Refused(TokenFault.Claims);
        }

        var caller = new Caller { Issuer = issuer, ClientId = client, Person = person, Roles = ReadRoles(root) };
        return new TokenOutcome.Accepted(caller, new DateTimeOffset(token.ValidTo, TimeSpan.Zero));
    }

    // A service principal has an `oid` as a person has: a person is read only from a token that says it is delegated.
    private bool TryReadPerson(JsonElement root, out PersonId person)
    {
        person = PersonId.Nobody;
        var scoped = claims.Scope.Length > 0 && Texts(root, claims.Scope).Any();
        return IsDelegated(scoped, claims.Kind.Length > 0 ? Text(root, claims.Kind) : null) switch
        {
            true => claims.Person.Length > 0 && PersonId.TryParse(Text(root, claims.Person), out person),
            false => true,
            null => false,
        };
    }

    // Null where the two signs contradict each other, or the one that is configured is missing.
    private bool? IsDelegated(bool scoped, string? kind) => (claims.Scope.Length > 0, claims.Kind.Length > 0) switch
    {
        (true, _) when kind is null => scoped,
        (true, _) => scoped == (kind != claims.AppOnlyKind) ? scoped : null,
        (false, true) => kind is null ? null : kind != claims.AppOnlyKind,
        (false, false) => false,
    };

    private Role ReadRoles(JsonElement root) => roleClaims
        .SelectMany(claim => Texts(root, claim))
        .Aggregate(Role.None, (roles, name) => roles | RoleNames.Parse(name));

    private static string? Text(JsonElement root, string claim) =>
        root.TryGetProperty(claim, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    // RFC 8693 section 4.2 writes scopes as one text with spaces; roles are an array. Both are read for both.
    private static IEnumerable<string> Texts(JsonElement root, string claim) => root.TryGetProperty(claim, out var value)
        ? value.ValueKind switch
        {
            JsonValueKind.String => (value.GetString() ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries),
            JsonValueKind.Array => value.EnumerateArray().Where(item => item.ValueKind == JsonValueKind.String).Select(item => item.GetString() ?? ""),
            _ => [],
        }
        : [];
}
