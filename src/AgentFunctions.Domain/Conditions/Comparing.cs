using AgentFunctions.Domain.Attributes;

namespace AgentFunctions.Domain.Conditions;

/// <summary>
/// What the operators say of two values. Values of different types do not compare, except that null is only equal to
/// null, and that a point in time compares with RFC 3339 text. Text is compared by UTF-16 code units.
/// </summary>
internal static class Comparing
{
    public static Truth Compare(Comparison comparison, in Datum left, in Datum right) => comparison switch
    {
        Comparison.Equal => Same(left, right),
        Comparison.NotEqual => Truths.Not(Same(left, right)),
        Comparison.LessThan => TryOrder(left, right, out var order) ? Truths.Of(order < 0) : Truth.Unknown,
        Comparison.LessOrEqual => TryOrder(left, right, out var order) ? Truths.Of(order <= 0) : Truth.Unknown,
        Comparison.GreaterThan => TryOrder(left, right, out var order) ? Truths.Of(order > 0) : Truth.Unknown,
        Comparison.GreaterOrEqual => TryOrder(left, right, out var order) ? Truths.Of(order >= 0) : Truth.Unknown,
        Comparison.In => In(left, right),
        Comparison.Contains => Contains(left, right),
        Comparison.StartsWith => BothText(left, right)
            ? Truths.Of(left.Text.StartsWith(right.Text, StringComparison.Ordinal))
            : Truth.Unknown,
        _ => Truth.Unknown,
    };

    private static Truth Same(in Datum left, in Datum right)
    {
        if (left.Kind == DatumKind.Missing || right.Kind == DatumKind.Missing)
        {
            return Truth.Unknown;
        }

        if (left.Kind == DatumKind.Null || right.Kind == DatumKind.Null)
        {
            return Truths.Of(left.Kind == right.Kind);
        }

        return (left.Kind, right.Kind) switch
        {
            (DatumKind.Flag, DatumKind.Flag) => Truths.Of(left.Flag == right.Flag),
            (DatumKind.List, DatumKind.List) => SameItems(left.Items, right.Items),
            _ => TryOrder(left, right, out var order) ? Truths.Of(order == 0) : Truth.Unknown,
        };
    }

    private static Truth SameItems(DatumItems left, DatumItems right)
    {
        var result = Truth.Yes;
        while (true)
        {
            var (leftGoesOn, rightGoesOn) = (left.MoveNext(), right.MoveNext());
            if (leftGoesOn != rightGoesOn)
            {
                return Truth.No;
            }

            if (!leftGoesOn)
            {
                return result;
            }

            result = Min(result, Same(left.Current, right.Current));
        }
    }

    private static Truth In(in Datum item, in Datum list)
    {
        if (!item.IsScalar || list.Kind != DatumKind.List)
        {
            return Truth.Unknown;
        }

        var result = Truth.No;
        for (var items = list.Items; result != Truth.Yes && items.MoveNext();)
        {
            result = Max(result, Same(item, items.Current));
        }

        return result;
    }

    private static Truth Contains(in Datum container, in Datum part) => BothText(container, part)
        ? Truths.Of(container.Text.Contains(part.Text, StringComparison.Ordinal))
        : In(part, container);

    private static bool TryOrder(in Datum left, in Datum right, out int order)
    {
        if (left.Kind == DatumKind.Number && right.Kind == DatumKind.Number)
        {
            order = left.Number.CompareTo(right.Number);
            return true;
        }

        if (BothText(left, right))
        {
            order = string.CompareOrdinal(left.Text, right.Text);
            return true;
        }

        order = 0;
        if ((left.Kind == DatumKind.Instant || right.Kind == DatumKind.Instant)
            && TryTicks(left, out var leftTicks)
            && TryTicks(right, out var rightTicks))
        {
            order = leftTicks.CompareTo(rightTicks);
            return true;
        }

        return false;
    }

    private static bool TryTicks(in Datum datum, out long ticks)
    {
        ticks = datum.Ticks;
        if (datum.Kind != DatumKind.Text)
        {
            return datum.Kind == DatumKind.Instant;
        }

        var valid = Rfc3339.TryParse(datum.Text, out var time);
        ticks = time.UtcTicks;
        return valid;
    }

    private static bool BothText(in Datum left, in Datum right) => left.Kind == DatumKind.Text && right.Kind == DatumKind.Text;

    private static Truth Min(Truth one, Truth other) => one < other ? one : other;

    private static Truth Max(Truth one, Truth other) => one > other ? one : other;
}
