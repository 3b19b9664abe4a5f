using AgentFunctions.Domain.Attributes;
using AgentFunctions.Domain.Directory;
using AgentFunctions.Domain.Principals;

namespace AgentFunctions.Hosting;

/// <summary>Reads what members of documents mean. A fault is noted in the document, and something harmless stands in its place.</summary>
internal static class DocumentReading
{
    /// <summary>Of properties in canonical JSON, in bytes.</summary>
    public const int MaxPropertiesBytes = 4 << 10;

    /// <summary>Of properties: objects and lists within each other.</summary>
    public const int MaxPropertiesDepth = 24;

    /// <summary>Reads a whole document, which may have no member that <paramref name="read"/> does not know.</summary>
    public static BodyOutcome<T> Read<T>(AttributeMap document, Func<JsonCursor, T> read)
    {
        var json = new JsonCursor(new AttributeValue.Map(document));
        return json.Result(read(json)) switch
        {
            JsonParse<T>.Accepted accepted => new BodyOutcome<T>.Accepted(accepted.Value),
            JsonParse<T>.Refused refused => new BodyOutcome<T>.Refused(DocumentProblem.Of(refused.Pointer, refused.Why)),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    /// <summary>What <paramref name="read"/> makes of the member; <paramref name="absent"/> where there is none.</summary>
    public static T Optional<T>(this JsonCursor json, string name, Func<JsonCursor, T> read, T absent) =>
        json.TryMember(name, out var member) ? read(member) : absent;

    /// <summary>One of the names of a closed set: see <see cref="WireName"/>.</summary>
    public static T NameOf<T>(this JsonCursor json)
        where T : struct, Enum =>
        json.Value is AttributeValue.Text { Value: var text } && WireName.TryParse<T>(text, out var value)
            ? value
            : json.Refuse(default(T), $"must be one of {string.Join(", ", WireName.All<T>())}");

    public static PersonId Person(this JsonCursor json) =>
        PersonId.TryParse(json.PrintableText(Name.MaxIdLength), out var person) ? person : PersonId.Nobody;

    /// <summary>An object of at most <see cref="MaxPropertiesBytes"/> bytes and <see cref="MaxPropertiesDepth"/> levels.</summary>
    public static AttributeMap Properties(this JsonCursor json) => json.Map switch
    {
        { } map when CanonicalJson.LengthOf(new AttributeValue.Map(map)) > MaxPropertiesBytes =>
            json.Refuse(AttributeMap.Empty, $"must not be longer than {MaxPropertiesBytes} bytes"),
        { } map when DepthOf(new AttributeValue.Map(map)) > MaxPropertiesDepth =>
            json.Refuse(AttributeMap.Empty, $"must not be nested deeper than {MaxPropertiesDepth} levels"),
        var map => map,
    };

    // The body's own limit bounds the recursion.
    private static int DepthOf(AttributeValue value) => value switch
    {
        AttributeValue.List list => 1 + list.Items.Select(DepthOf).DefaultIfEmpty().Max(),
        AttributeValue.Map map => 1 + map.Members.Members.Select(member => DepthOf(member.Value)).DefaultIfEmpty().Max(),
        _ => 0,
    };
}
