using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using AgentFunctions.Domain.Principals;

namespace AgentFunctions.Domain.Attributes;

/// <summary>
/// A place in a document while it is being understood. Reading goes on after a fault with a harmless value in its
/// stead, so that readers are written top to bottom; the first fault decides the result.
/// </summary>
public sealed class JsonCursor
{
    private readonly JsonCursor root;
    private readonly JsonCursor parent;
    private readonly string segment;
    private JsonRefusal first = JsonRefusal.None;

    public JsonCursor(AttributeValue value)
    {
        (Value, segment) = (value, string.Empty);
        root = parent = this;
    }

    private JsonCursor(JsonCursor parent, string segment, AttributeValue value)
    {
        (this.parent, this.segment, Value) = (parent, segment, value);
        root = parent.root;
    }

    public AttributeValue Value { get; }

    public AttributeMap Map => Value is AttributeValue.Map map ? map.Members : Refuse(AttributeMap.Empty, "must be an object");

    /// <summary>The value, unless anything in the document was refused.</summary>
    public JsonParse<T> Result<T>(T value) => root.first == JsonRefusal.None
        ? new JsonParse<T>.Accepted(value)
        : new JsonParse<T>.Refused(root.first.Pointer, root.first.Why);

    /// <summary>Notes the fault and goes on with <paramref name="instead"/>.</summary>
    public T Refuse<T>(T instead, string why)
    {
        if (root.first == JsonRefusal.None)
        {
            var refusal = JsonRefusal.Here(why);
            for (var place = this; place != root; place = place.parent)
            {
                refusal = refusal.Under(place.segment);
            }

            root.first = refusal;
        }

        return instead;
    }

    /// <summary>Refuses every member but these: a misspelt one must not silently widen a policy.</summary>
    public void AdmitOnly(params ReadOnlySpan<string> names)
    {
        foreach (var name in Map.Names)
        {
            if (!names.Contains(name))
            {
                _ = Child(name, AttributeValue.Null).Refuse(0, "is not a known member");
            }
        }
    }

    public bool TryMember(string name, [NotNullWhen(true)] out JsonCursor? member)
    {
        member = Map.TryGet(name, out var value) ? Child(name, value) : null;
        return member is not null;
    }

    public JsonCursor Member(string name)
    {
        if (TryMember(name, out var member))
        {
            return member;
        }

        var missing = Child(name, AttributeValue.Null);
        return missing.Refuse(missing, "is missing");
    }

    public IReadOnlyList<JsonCursor> Items(int min, int max) =>
        Value is AttributeValue.List { Items: var items } && items.Count >= min && items.Count <= max
            ? [.. items.Select((item, index) => Child(index.ToString(CultureInfo.InvariantCulture), item))]
            : Refuse<IReadOnlyList<JsonCursor>>([], $"must be a list of {min} to {max} items");

    /// <summary>Printable text of 1 to <paramref name="maxLength"/> UTF-16 code units: see <see cref="Name.IsValid"/>.</summary>
    public string PrintableText(int maxLength) =>
        Value is AttributeValue.Text { Value: var text } && Name.IsValid(text, maxLength)
            ? text
            : Refuse(string.Empty, $"must be printable text of 1 to {maxLength} characters");

    /// <summary>A point in time as RFC 3339 writes it, in UTC and ending in `Z`, so that it reads the same for everyone.</summary>
    public DateTimeOffset Time() =>
        Value is AttributeValue.Text { Value: var text } && text.EndsWith('Z') && Rfc3339.TryParse(text, out var time)
            ? time
            : Refuse(DateTimeOffset.MinValue, "must be a point in time in utc as rfc 3339 writes it, ending in Z");

    public JsonCursor Child(string name, AttributeValue value) => new(this, name, value);
}
