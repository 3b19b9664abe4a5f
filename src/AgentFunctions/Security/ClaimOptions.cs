using System.ComponentModel.DataAnnotations;

namespace AgentFunctions.Security;

/// <summary>
/// Which claims of an issuer say what. The defaults are Entra's (v2.0 access tokens). Names and addresses (`sub`, `upn`,
/// `email`, `preferred_username`, ..) are refused: they are reassigned, or differ from client to client.
/// </summary>
internal sealed class ClaimOptions
{
    /// <summary>The human of a delegated token. Never read from an app-only one.</summary>
    public string Person { get; set; } = "oid";

    /// <summary>The client that presents the token.</summary>
    [Required]
    public string Client { get; set; } = "azp";

    /// <summary>The tenant. Empty only for an issuer that has no tenant claim and serves this tenant alone.</summary>
    public string Tenant { get; set; } = "tid";

    /// <summary>Claims that hold role names. Empty: `roles`.</summary>
    public IList<string> Roles { get; init; } = [];

    /// <summary>
    /// The claim that only delegated tokens have. Empty for an issuer that gives it to every token; then
    /// <see cref="Kind"/> alone decides.
    /// </summary>
    public string Scope { get; set; } = "scp";

    /// <summary>The values of <see cref="Scope"/> are role names too.</summary>
    public bool ScopeGrantsRoles { get; set; }

    /// <summary>The claim that says which kind of token it is. May be missing from a token where <see cref="Scope"/> decides.</summary>
    public string Kind { get; set; } = "idtyp";

    /// <summary>The value of <see cref="Kind"/> that means: no human is in this.</summary>
    public string AppOnlyKind { get; set; } = "app";
}
