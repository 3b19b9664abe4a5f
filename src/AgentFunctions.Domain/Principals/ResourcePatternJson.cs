using AgentFunctions.Domain.Attributes;

namespace AgentFunctions.Domain.Principals;

/// <summary>Resource patterns on the wire: {"type":"document","id":"hr/*"}. Unknown members are refused.</summary>
public static class ResourcePatternJson
{
    public static ResourcePattern Read(JsonCursor json)
    {
        json.AdmitOnly("type", "id");
        return new ResourcePattern(json.Member("type").PrintableText(Name.MaxTypeLength), json.Member("id").PrintableText(Name.MaxIdLength));
    }

    public static AttributeValue.Map Print(ResourcePattern pattern) =>
        AttributeObject.Of(("type", AttributeObject.Text(pattern.Type)), ("id", AttributeObject.Text(pattern.Id)));
}
