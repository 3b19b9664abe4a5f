using AgentFunctions.Domain.Attributes;
using AgentFunctions.Domain.Decisions;

namespace AgentFunctions.Domain.Conditions;

/// <summary>Walks the items of a list, or the ids of a route, without allocation.</summary>
internal ref struct DatumItems
{
    private readonly IReadOnlyList<AttributeValue> values;
    private readonly IReadOnlyList<RouteHop> hops;
    private readonly bool verifiedOnly;
    private int next;

    public DatumItems(IReadOnlyList<AttributeValue> values) => (this.values, hops) = (values, []);

    public DatumItems(IReadOnlyList<RouteHop> hops, bool verifiedOnly) =>
        (values, this.hops, this.verifiedOnly) = ([], hops, verifiedOnly);

    public Datum Current { get; private set; }

    public bool MoveNext()
    {
        if (next < values.Count)
        {
            Current = Datum.Of(values[next++]);
            return true;
        }

        while (next < hops.Count)
        {
            var hop = hops[next++];
            if (hop.IsVerified || !verifiedOnly)
            {
                Current = Datum.OfText(hop.Id);
                return true;
            }
        }

        return false;
    }
}
