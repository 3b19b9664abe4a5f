using System.ComponentModel.DataAnnotations;

namespace AgentFunctions.LocalCloud;

/// <summary>A person who can sign in.</summary>
internal sealed class PersonOptions : IValidatableObject
{
    /// <summary>The person's id: the `oid` of their tokens, 1 to 200 printable characters.</summary>
    public string Id { get; set; } = "";

    /// <summary>The person's name as people read it (default: the id).</summary>
    public string? Name { get; set; }

    /// <summary>Roles in the tokens of a sign-in (default none).</summary>
    public IReadOnlyList<string> Roles { get; set; } = [];

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (!PlainText.IsIdentifier(Id)) yield return new($"`{Id}` is not an id: 1 to 200 printable characters", [$"{nameof(LocalCloudOptions.People)}.{nameof(Id)}"]);
        if (Name is not null && !PlainText.IsIdentifier(Name)) yield return new($"`{Name}` is not a name: 1 to 200 printable characters", [$"{nameof(LocalCloudOptions.People)}.{nameof(Name)}"]);
        if (!Roles.All(PlainText.IsToken)) yield return new("a role is 1 to 200 printable characters without spaces", [$"{nameof(LocalCloudOptions.People)}.{nameof(Roles)}"]);
    }
}
