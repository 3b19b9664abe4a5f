using System.Diagnostics.CodeAnalysis;
using AgentFunctions.Domain.Attributes;
using AgentFunctions.Domain.Directory;
using AgentFunctions.Hosting;

namespace AgentFunctions.Decisions.Record;

/// <summary>
/// Reads what entries hold. A fault is noted in the document, as in <see cref="DocumentReading"/>; what a person may not
/// write, such as an empty name, an entry may hold.
/// </summary>
internal static class ReplayReading
{
    public static string Text(this JsonCursor json) => json.Value is AttributeValue.Text text ? text.Value : json.Refuse(string.Empty, "must be text");

    public static long Number(this JsonCursor json) =>
        json.Value is AttributeValue.Number { Value: var number } && double.IsInteger(number) ? (long)number : json.Refuse(0L, "must be a whole number");

    public static bool Flag(this JsonCursor json) => json.Value is AttributeValue.Flag flag ? flag.Value : json.Refuse(false, "must be true or false");

    public static IReadOnlyList<JsonCursor> All(this JsonCursor json) => json.Items(0, int.MaxValue);

    /// <summary>False where the member is null: nothing was known.</summary>
    public static bool TryKnown(this JsonCursor json, string name, [NotNullWhen(true)] out JsonCursor? known)
    {
        known = json.Member(name);
        known = known.Value is AttributeValue.Nothing ? null : known;
        return known is not null;
    }

    /// <summary>Nobody where the text is empty.</summary>
    public static PersonId PersonOrNobody(this JsonCursor json)
    {
        var text = json.Text();
        return PersonId.TryParse(text, out var person) || text.Length == 0 ? person : json.Refuse(person, "must name a person");
    }

    public static Person PersonFacts(this JsonCursor json)
    {
        var id = json.Member("id").PersonOrNobody();
        return json.TryMember("standing", out var standing)
            ? new Person
            {
                Id = id,
                Standing = standing.NameOf<Standing>(),
                Since = json.Member("since").Time(),
                Source = json.Member("source").NameOf<PersonSource>(),
                ConfirmedAt = json.Member("confirmed_at").Time(),
            }
            : Person.Unseen(id);
    }
}
