using AgentFunctions.Domain.Attributes;

namespace AgentFunctions.Domain.Conditions;

/// <summary>Compared values as attributes again, to be recorded.</summary>
internal static class DatumValue
{
    public static AttributeValue Of(in Datum datum) => datum.Kind switch
    {
        DatumKind.Flag => new AttributeValue.Flag(datum.Flag),
        DatumKind.Number => new AttributeValue.Number(datum.Number),
        DatumKind.Text => new AttributeValue.Text(datum.Text),
        DatumKind.Instant => new AttributeValue.Text(Rfc3339.Format(new DateTimeOffset(datum.Ticks, TimeSpan.Zero))),
        DatumKind.List => new AttributeValue.List(ItemsOf(datum)),
        DatumKind.Map => datum.Map,
        _ => AttributeValue.Null,
    };

    private static List<AttributeValue> ItemsOf(in Datum list)
    {
        var items = new List<AttributeValue>();
        for (var walk = list.Items; walk.MoveNext();)
        {
            items.Add(Of(walk.Current));
        }

        return items;
    }
}
