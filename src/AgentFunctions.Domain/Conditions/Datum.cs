using AgentFunctions.Domain.Attributes;
using AgentFunctions.Domain.Decisions;

namespace AgentFunctions.Domain.Conditions;

/// <summary>A value while it is compared: made without allocation from an attribute, the time, a name or the route.</summary>
internal readonly struct Datum
{
    private readonly object? reference;
    private readonly long bits;

    private Datum(DatumKind kind, object? reference, long bits) => (Kind, this.reference, this.bits) = (kind, reference, bits);

    public static Datum Missing => default;

    public DatumKind Kind { get; }

    public bool IsScalar => Kind is not (DatumKind.Missing or DatumKind.List or DatumKind.Map);

    /// <summary>Of a <see cref="DatumKind.Flag"/>.</summary>
    public bool Flag => bits != 0;

    /// <summary>Of a <see cref="DatumKind.Number"/>.</summary>
    public double Number => BitConverter.Int64BitsToDouble(bits);

    /// <summary>UTC ticks of a <see cref="DatumKind.Instant"/>.</summary>
    public long Ticks => bits;

    /// <summary>Of a <see cref="DatumKind.Text"/>.</summary>
    public string Text => (string)reference!; // A text has one.

    /// <summary>Of a <see cref="DatumKind.Map"/>.</summary>
    public AttributeValue.Map Map => (AttributeValue.Map)reference!; // A map has one.

    /// <summary>Of a <see cref="DatumKind.List"/>; no other kind has any.</summary>
    public DatumItems Items => reference is IReadOnlyList<RouteHop> hops
        ? new DatumItems(hops, verifiedOnly: bits != 0)
        : new DatumItems((IReadOnlyList<AttributeValue>)reference!); // A list has one.

    public static Datum OfText(string text) => new(DatumKind.Text, text, 0);

    public static Datum OfInstant(DateTimeOffset time) => new(DatumKind.Instant, null, time.UtcTicks);

    /// <summary>The ids of the hops, of the verified ones only where that is asked.</summary>
    public static Datum OfRoute(IReadOnlyList<RouteHop> hops, bool verifiedOnly) => new(DatumKind.List, hops, verifiedOnly ? 1 : 0);

    public static Datum Of(AttributeValue value) => value switch
    {
        AttributeValue.Flag flag => new Datum(DatumKind.Flag, null, flag.Value ? 1 : 0),
        AttributeValue.Number number => new Datum(DatumKind.Number, null, BitConverter.DoubleToInt64Bits(number.Value)),
        AttributeValue.Text text => OfText(text.Value),
        AttributeValue.List list => new Datum(DatumKind.List, list.Items, 0),
        AttributeValue.Map map => new Datum(DatumKind.Map, map, 0),
        _ => new Datum(DatumKind.Null, null, 0),
    };
}
