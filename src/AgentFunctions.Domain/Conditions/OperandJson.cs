using AgentFunctions.Domain.Attributes;
using AgentFunctions.Domain.Principals;

namespace AgentFunctions.Domain.Conditions;

/// <summary>One side of a comparison on the wire: plain JSON is a literal, {"path":..} is a path.</summary>
internal static class OperandJson
{
    private const string PathMember = "path";
    private const char Separator = '.';

    private static readonly Operand Refused = new Operand.Literal(AttributeValue.Null);

    public static Operand Read(JsonCursor json) => json.Value switch
    {
        AttributeValue.Map => ReadPath(json),
        AttributeValue.List => new Operand.Literal(ReadList(json)),
        _ => new Operand.Literal(ReadScalar(json)),
    };

    public static AttributeValue Print(Operand operand) => operand switch
    {
        Operand.Attribute attribute => new AttributeValue.Map(new AttributeMap(new Dictionary<string, AttributeValue>
        {
            [PathMember] = PrintPath(attribute.Path),
        })),
        _ => ((Operand.Literal)operand).Value,
    };

    private static Operand ReadPath(JsonCursor json)
    {
        json.AdmitOnly(PathMember);
        var member = json.Member(PathMember);
        string[] segments = member.Value is AttributeValue.Text text
            ? text.Value.Split(Separator)
            : [.. member.Items(1, ConditionLimits.MaxPathSegments).Select(item => item.PrintableText(ConditionLimits.MaxSegmentLength))];

        var path = new AttributePath(segments);
        return segments.Length <= ConditionLimits.MaxPathSegments
            && segments.All(segment => Name.IsValid(segment, ConditionLimits.MaxSegmentLength))
            && CompiledPath.TryResolve(path, out _)
                ? new Operand.Attribute(path)
                : member.Refuse(Refused, "is not a path that a request can have");
    }

    private static AttributeValue.List ReadList(JsonCursor json) =>
        new([.. json.Items(0, ConditionLimits.MaxListItems).Select(ReadScalar)]);

    private static AttributeValue ReadScalar(JsonCursor json) => json.Value switch
    {
        AttributeValue.Text { Value.Length: > ConditionLimits.MaxLiteralLength } =>
            json.Refuse(AttributeValue.Null, $"must not be longer than {ConditionLimits.MaxLiteralLength} characters"),
        AttributeValue.Map or AttributeValue.List => json.Refuse(AttributeValue.Null, "must be a text, a number, true, false or null"),
        _ => json.Value,
    };

    private static AttributeValue PrintPath(AttributePath path) => path.Segments.Any(segment => segment.Contains(Separator))
        ? new AttributeValue.List([.. path.Segments.Select(segment => new AttributeValue.Text(segment))])
        : new AttributeValue.Text(path.ToString());
}
