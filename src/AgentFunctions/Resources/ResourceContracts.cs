using AgentFunctions.Domain.Attributes;
using AgentFunctions.Domain.Resources;
using AgentFunctions.Hosting;

namespace AgentFunctions.Resources;

/// <summary>Resources on the wire and in ledger entries.</summary>
internal static class ResourceContracts
{
    public static BodyOutcome<ResourceId> ReadPath(string type, string id) =>
        PathSegment.TryParse(type, out var plainType) && PathSegment.TryParse(id, out var plainId)
        && ResourceId.TryParse(plainType, plainId, out var resource)
            ? new BodyOutcome<ResourceId>.Accepted(resource)
            : new BodyOutcome<ResourceId>.Refused(new Problem(ProblemCode.InvalidPath));

    public static BodyOutcome<ResourceDraft> Read(AttributeMap document) => DocumentReading.Read(document, json =>
    {
        json.AdmitOnly("sensitivity", "properties");
        return new ResourceDraft(
            json.Member("sensitivity").NameOf<Sensitivity>(),
            json.Optional("properties", DocumentReading.Properties, AttributeMap.Empty));
    });

    public static AttributeMap Print(ResourceRow row) => AttributeObject.Of(
        ("type", AttributeObject.Text(row.Resource.Id.Type)),
        ("id", AttributeObject.Text(row.Resource.Id.Id)),
        ("sensitivity", AttributeObject.Text(WireName.Of(row.Resource.Sensitivity))),
        ("properties", new AttributeValue.Map(row.Resource.Properties))).Members;
}
