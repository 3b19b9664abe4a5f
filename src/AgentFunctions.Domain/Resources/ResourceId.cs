using AgentFunctions.Domain.Principals;

namespace AgentFunctions.Domain.Resources;

/// <summary>Names a resource (AuthZEN 1.0 section 5.2). Both parts are case sensitive.</summary>
/// <param name="Type">1 to 64 characters.</param>
/// <param name="Id">1 to 256 characters, unique within the type.</param>
public sealed record ResourceId(string Type, string Id)
{
    public override string ToString() => $"{Type}:{Id}";

    public static bool TryParse(string? type, string? id, out ResourceId resource)
    {
        var valid = Name.IsValid(type, Name.MaxTypeLength) && Name.IsValid(id, Name.MaxIdLength);
        resource = valid ? new ResourceId(type!, id!) : new ResourceId(string.Empty, string.Empty); // Valid names are not null.
        return valid;
    }
}
