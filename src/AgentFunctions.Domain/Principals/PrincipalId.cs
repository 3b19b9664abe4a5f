namespace AgentFunctions.Domain.Principals;

/// <summary>
/// Names anything that can hold entitlements (AuthZEN 1.0 section 5.1: `type` and `id`). Both are case sensitive.
/// </summary>
/// <param name="Type">1 to 64 characters.</param>
/// <param name="Id">1 to 256 characters, unique within the type.</param>
public sealed record PrincipalId(string Type, string Id)
{
    public const string AgentType = "agent";

    public const string PersonType = "user";

    public bool IsAgent => Type == AgentType;

    /// <summary>`user`, or `identity`: the name that the AuthZEN API gateway scenario and COAZ give to the same.</summary>
    public bool IsPerson => Type is PersonType or "identity";

    public override string ToString() => $"{Type}:{Id}";

    /// <summary>Refuses empty, over-long and unprintable text: see <see cref="Name.IsValid"/>.</summary>
    public static bool TryParse(string? type, string? id, out PrincipalId principal)
    {
        var valid = Name.IsValid(type, Name.MaxTypeLength) && Name.IsValid(id, Name.MaxIdLength);
        principal = valid ? new PrincipalId(type!, id!) : Nobody; // Valid names are not null.
        return valid;
    }

    internal static PrincipalId Nobody { get; } = new(string.Empty, string.Empty);
}
