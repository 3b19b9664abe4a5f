using System.Text;
using AgentFunctions.Domain.Attributes;
using AgentFunctions.Domain.Directory;
using Azure.Data.Tables;

namespace AgentFunctions.Hosting.Storage;

/// <summary>
/// Reads the columns of rows that only the app writes. What is missing or is not what the app writes is a fault, never
/// a guess: a decision that needs it is a deny.
/// </summary>
internal static class RowColumns
{
    // What was admitted when it was written is read whatever the limits are by now.
    private const int MaxDepth = 64;

    /// <exception cref="InvalidDataException">There is none.</exception>
    public static string ReadText(this TableEntity row, string column) => row.GetString(column) ?? throw Strange(column);

    /// <exception cref="InvalidDataException">There is none.</exception>
    public static long ReadVersion(this TableEntity row, string column) => row.GetInt64(column) ?? throw Strange(column);

    /// <exception cref="InvalidDataException">There is none.</exception>
    public static DateTimeOffset ReadTime(this TableEntity row, string column) => row.GetDateTimeOffset(column) ?? throw Strange(column);

    /// <exception cref="InvalidDataException">There is none, or none of that name in the set.</exception>
    public static T ReadName<T>(this TableEntity row, string column)
        where T : struct, Enum => WireName.TryParse<T>(row.ReadText(column), out var value) ? value : throw Strange(column);

    /// <summary>Empty text is <see cref="PersonId.Nobody"/>.</summary>
    /// <exception cref="InvalidDataException">There is none.</exception>
    public static PersonId ReadPerson(this TableEntity row, string column) =>
        row.ReadText(column) is { Length: > 0 } text
            ? PersonId.TryParse(text, out var person) ? person : throw Strange(column)
            : PersonId.Nobody;

    /// <exception cref="InvalidDataException">There is none, or it is no JSON.</exception>
    public static AttributeValue ReadJson(this TableEntity row, string column) =>
        AttributeJson.Parse(Encoding.UTF8.GetBytes(row.ReadText(column)), MaxDepth) is JsonParse<AttributeValue>.Accepted { Value: var value }
            ? value
            : throw Strange(column);

    /// <exception cref="InvalidDataException">There is none, or it is no JSON object.</exception>
    public static AttributeMap ReadMap(this TableEntity row, string column) =>
        row.ReadJson(column) is AttributeValue.Map map ? map.Members : throw Strange(column);

    /// <summary>The text that <see cref="ReadMap"/> reads: canonical, so that equal maps are equal texts.</summary>
    public static string Print(AttributeMap map) => CanonicalJson.ToText(new AttributeValue.Map(map));

    public static InvalidDataException Strange(string column) => new($"a row has no usable `{column}`");
}
