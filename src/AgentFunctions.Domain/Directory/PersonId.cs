using AgentFunctions.Domain.Principals;

namespace AgentFunctions.Domain.Directory;

/// <summary>A person's id in the directory (Entra `oid`): 1 to 256 characters, never an address or a name that can be reused.</summary>
public sealed record PersonId
{
    private PersonId(string value) => Value = value;

    /// <summary>Stands where no person is named. It never stands for someone, and is never living.</summary>
    public static PersonId Nobody { get; } = new(string.Empty);

    public string Value { get; }

    public bool IsNobody => Value.Length == 0;

    public PrincipalId Principal => new(PrincipalId.PersonType, Value);

    public override string ToString() => Value;

    public static bool TryParse(string? text, out PersonId id)
    {
        var valid = Name.IsValid(text, Name.MaxIdLength);
        id = valid ? new PersonId(text!) : Nobody; // A valid text is not null.
        return valid;
    }
}
