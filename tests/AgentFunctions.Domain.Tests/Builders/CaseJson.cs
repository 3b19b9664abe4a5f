using System.Text;
using AgentFunctions.Domain.Attributes;

namespace AgentFunctions.Domain.Tests.Builders;

/// <summary>Reads members of a case, with the builders' company standing for what a case does not say.</summary>
internal static class CaseJson
{
    public static AttributeMap Read(string path) =>
        AttributeJson.Parse(Encoding.UTF8.GetBytes(File.ReadAllText(path)), 32) is JsonParse<AttributeValue>.Accepted { Value: AttributeValue.Map map }
            ? map.Members
            : throw new InvalidDataException($"`{path}` is not strict json");

    public static AttributeMap Map(this AttributeMap map, string name) =>
        map.TryGet(name, out var value) ? ((AttributeValue.Map)value).Members : AttributeMap.Empty;

    public static string Text(this AttributeMap map, string name, string otherwise) =>
        map.TryGet(name, out var value) ? ((AttributeValue.Text)value).Value : otherwise;

    public static int Number(this AttributeMap map, string name, int otherwise) =>
        map.TryGet(name, out var value) ? (int)((AttributeValue.Number)value).Value : otherwise;

    public static bool Flag(this AttributeMap map, string name) => map.TryGet(name, out var value) && ((AttributeValue.Flag)value).Value;

    public static IReadOnlyList<AttributeValue> List(this AttributeMap map, string name) =>
        map.TryGet(name, out var value) ? ((AttributeValue.List)value).Items : [];

    public static IReadOnlyList<string> Texts(this AttributeMap map, string name) =>
        [.. map.List(name).Select(item => ((AttributeValue.Text)item).Value)];

    public static TEnum Word<TEnum>(this AttributeMap map, string name, TEnum otherwise)
        where TEnum : struct, Enum =>
        map.TryGet(name, out var value) ? Enum.Parse<TEnum>(((AttributeValue.Text)value).Value, ignoreCase: true) : otherwise;

    public static DateTimeOffset Time(this AttributeMap map, string name, DateTimeOffset otherwise) =>
        map.TryGet(name, out var value) && Rfc3339.TryParse(((AttributeValue.Text)value).Value, out var time) ? time : otherwise;

    /// <summary>Refuses members that the loader does not know, so that a misspelt fact cannot make a case pass.</summary>
    public static AttributeMap Only(this AttributeMap map, params string[] names)
    {
        var unknown = map.Names.Except(names).ToList();
        return unknown.Count == 0 ? map : throw new InvalidDataException($"unknown members: {string.Join(", ", unknown)}");
    }
}
