using AgentFunctions.Domain.Principals;

namespace AgentFunctions.Domain.Agents;

/// <summary>
/// An agent's name, the same as the client id of its credential (Entra `azp`): 1 to 128 characters of A-Z, a-z,
/// 0-9, `.`, `_` and `-`.
/// </summary>
public sealed record AgentId
{
    public const int MaxLength = 128;

    private AgentId(string value) => Value = value;

    public string Value { get; }

    public PrincipalId Principal => new(PrincipalId.AgentType, Value);

    public override string ToString() => Value;

    public static bool TryParse(string? text, out AgentId id)
    {
        var valid = !string.IsNullOrEmpty(text)
            && text.Length <= MaxLength
            && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '_' or '-');
        id = new AgentId(valid ? text! : string.Empty); // A valid text is not null.
        return valid;
    }
}
