using AgentFunctions.Domain.Principals;

namespace AgentFunctions.Domain.Agents;

/// <summary>
/// An agent's name, the same as the client id of its credential (Entra `azp`, a URL for clients that are named by
/// their metadata): 1 to 256 characters, see <see cref="Name.IsValid"/>.
/// </summary>
public sealed record AgentId
{
    private AgentId(string value)
    {
        Value = value;
        Principal = new(PrincipalId.AgentType, value);
    }

    public string Value { get; }

    public PrincipalId Principal { get; }

    public override string ToString() => Value;

    public static bool TryParse(string? text, out AgentId id)
    {
        var valid = Name.IsValid(text, Name.MaxIdLength);
        id = new AgentId(valid ? text! : string.Empty); // A valid text is not null.
        return valid;
    }
}
