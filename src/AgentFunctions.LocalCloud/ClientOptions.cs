using System.ComponentModel.DataAnnotations;
using AgentFunctions.LocalCloud.Issuer;

namespace AgentFunctions.LocalCloud;

/// <summary>A client of the OAuth endpoints. It has no secret: whatever is presented is taken, as `POST /local/token` asks for none.</summary>
internal sealed class ClientOptions : IValidatableObject
{
    /// <summary>The client's id, 1 to 200 printable characters.</summary>
    public string Id { get; set; } = "";

    /// <summary>Addresses a sign-in may return to, compared character by character (default none: any http address on loopback).</summary>
    public IReadOnlyList<string> RedirectUris { get; set; } = [];

    /// <summary>Roles in the tokens of the client credentials grant (default none).</summary>
    public IReadOnlyList<string> Roles { get; set; } = [];

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (!PlainText.IsIdentifier(Id)) yield return new($"`{Id}` is not an id: 1 to 200 printable characters", [$"{nameof(LocalCloudOptions.Clients)}.{nameof(Id)}"]);
        if (!Roles.All(PlainText.IsToken)) yield return new("a role is 1 to 200 printable characters without spaces", [$"{nameof(LocalCloudOptions.Clients)}.{nameof(Roles)}"]);
        foreach (var uri in RedirectUris.Where(uri => !RedirectUri.IsWellFormed(uri)))
            yield return new($"`{uri}` is not an absolute http or https address without user and fragment", [$"{nameof(LocalCloudOptions.Clients)}.{nameof(RedirectUris)}"]);
    }
}
