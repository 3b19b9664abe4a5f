using AgentFunctions.Domain.Attributes;

namespace AgentFunctions.Domain.Conditions;

/// <summary>A comparison on the wire, with what its operator admits on either side.</summary>
internal static class ComparisonJson
{
    public static Condition Read(Comparison comparison, JsonCursor json)
    {
        var sides = json.Items(2, 2);
        if (sides.Count == 0)
        {
            return Condition.Always;
        }

        var left = OperandJson.Read(sides[0]);
        var right = OperandJson.Read(sides[1]);
        if (left is Operand.Literal && right is Operand.Literal)
        {
            return json.Refuse(Condition.Always, "must compare at least one path");
        }

        Check(sides[0], left, AdmitsLeft(comparison), IsTime(right));
        Check(sides[1], right, AdmitsRight(comparison), IsTime(left));
        return new Condition.Compare(comparison, left, right);
    }

    private static void Check(JsonCursor side, Operand operand, LiteralKinds admitted, bool facesTime)
    {
        if (operand is not Operand.Literal { Value: var value })
        {
            return;
        }

        if (!admitted.HasFlag(KindOf(value)))
        {
            _ = side.Refuse(0, "is of a type that this operator does not compare");
        }
        else if (facesTime && !IsPointInTime(value))
        {
            _ = side.Refuse(0, "must be a point in time as rfc 3339 writes it");
        }
    }

    private static LiteralKinds AdmitsLeft(Comparison comparison) => comparison switch
    {
        Comparison.Equal or Comparison.NotEqual => LiteralKinds.Any,
        Comparison.In => LiteralKinds.Scalar,
        Comparison.Contains => LiteralKinds.Text | LiteralKinds.List,
        Comparison.StartsWith => LiteralKinds.Text,
        _ => LiteralKinds.Ordered,
    };

    private static LiteralKinds AdmitsRight(Comparison comparison) => comparison switch
    {
        Comparison.Equal or Comparison.NotEqual => LiteralKinds.Any,
        Comparison.In => LiteralKinds.List,
        Comparison.Contains => LiteralKinds.Scalar,
        Comparison.StartsWith => LiteralKinds.Text,
        _ => LiteralKinds.Ordered,
    };

    private static LiteralKinds KindOf(AttributeValue value) => value switch
    {
        AttributeValue.Text => LiteralKinds.Text,
        AttributeValue.Number => LiteralKinds.Number,
        AttributeValue.List => LiteralKinds.List,
        _ => LiteralKinds.Flag,
    };

    private static bool IsTime(Operand operand) => operand is Operand.Attribute { Path.Segments: ["time"] };

    private static bool IsPointInTime(AttributeValue value) => value switch
    {
        AttributeValue.Text text => Rfc3339.TryParse(text.Value, out _),
        AttributeValue.List list => list.Items.All(IsPointInTime),
        _ => false,
    };
}
