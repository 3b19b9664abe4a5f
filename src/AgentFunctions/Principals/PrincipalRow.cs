using System.Text;
using AgentFunctions.Domain.Attributes;
using AgentFunctions.Domain.Directory;
using AgentFunctions.Domain.Principals;
using Azure.Data.Tables;

namespace AgentFunctions.Principals;

/// <summary>What a principal's head row says of it.</summary>
internal sealed record PrincipalRow
{
    /// <summary>Of a principal of which nothing was ever written.</summary>
    public static PrincipalRow Absent { get; } = new();

    /// <summary>0 until something was registered for it.</summary>
    public long PropertiesVersion { get; private init; }

    /// <summary>0 until it was registered as an agent.</summary>
    public long AgentVersion { get; private init; }

    /// <summary>0 before the first entitlement.</summary>
    public long EntitlementsVersion { get; private init; }

    public AttributeMap Properties { get; private init; } = AttributeMap.Empty;

    /// <summary>Who answers for it, where it is an agent.</summary>
    public PersonId Owner { get; private init; } = PersonId.Nobody;

    public PersonId Deputy { get; private init; } = PersonId.Nobody;

    /// <summary>A head alone registers nothing: it may be the mark of an import that was never published.</summary>
    public bool IsRegistered => PropertiesVersion > 0 || AgentVersion > 0;

    /// <exception cref="InvalidDataException">The row is not one that the app writes.</exception>
    public static PrincipalRow Read(TableEntity head) => new()
    {
        PropertiesVersion = head.GetInt64(PrincipalTable.PropertiesVersion) ?? 0,
        AgentVersion = head.GetInt64(PrincipalTable.AgentVersion) ?? 0,
        EntitlementsVersion = head.GetInt64(PrincipalTable.Entitlements.VersionColumn) ?? 0,
        Properties = head.GetString(PrincipalTable.Properties) is { Length: > 0 } json ? ReadMap(json) : AttributeMap.Empty,
        Owner = ReadPerson(head, PrincipalTable.Owner),
        Deputy = ReadPerson(head, PrincipalTable.Deputy),
    };

    public Principal ToPrincipal(PrincipalId id) => new() { Id = id, EntitlementsVersion = EntitlementsVersion, Properties = Properties };

    private static PersonId ReadPerson(TableEntity head, string column) =>
        PersonId.TryParse(head.GetString(column), out var person) ? person : PersonId.Nobody;

    private static AttributeMap ReadMap(string json) =>
        AttributeJson.Parse(Encoding.UTF8.GetBytes(json), PrincipalTable.MaxDepth) is JsonParse<AttributeValue>.Accepted { Value: AttributeValue.Map map }
            ? map.Members
            : throw new InvalidDataException("a principal's properties are not a json object");
}
