using AgentFunctions.Domain.Attributes;
using AgentFunctions.Domain.Principals;
using AgentFunctions.Hosting;
using static AgentFunctions.Hosting.DocumentMembers;

namespace AgentFunctions.Principals;

/// <summary>A principal on the wire: `{"properties": {...}}` in, its names and versions besides out.</summary>
internal static class PrincipalContracts
{
    /// <param name="principal">Whose they are: an agent's are registered with the agent, where decisions read them.</param>
    public static BodyOutcome<AttributeMap> Read(PrincipalId principal, AttributeMap document)
    {
        if (RefuseOthers(document, "properties") is { } unknown)
        {
            return new BodyOutcome<AttributeMap>.Refused(unknown);
        }

        if (!document.TryGet("properties", out var properties))
        {
            return new BodyOutcome<AttributeMap>.Accepted(AttributeMap.Empty);
        }

        if (principal.IsAgent && properties is not AttributeValue.Map { Members.Members.Count: 0 })
        {
            return new BodyOutcome<AttributeMap>.Refused(DocumentProblem.Of("/properties", "must be left out for an agent: its properties are registered at `/agents/{id}`"));
        }

        return properties is AttributeValue.Map map && CanonicalJson.LengthOf(map) <= PrincipalTable.MaxPropertiesBytes
            ? new BodyOutcome<AttributeMap>.Accepted(map.Members)
            : new BodyOutcome<AttributeMap>.Refused(DocumentProblem.Of("/properties", $"must be an object of at most {PrincipalTable.MaxPropertiesBytes} bytes"));
    }

    public static AttributeValue Print(PrincipalId principal, AttributeMap properties, long entitlementsVersion) => AttributeObject.Of(
        ("type", AttributeObject.Text(principal.Type)),
        ("id", AttributeObject.Text(principal.Id)),
        ("properties", new AttributeValue.Map(properties)),
        ("entitlements_version", AttributeObject.Number(entitlementsVersion)));
}
