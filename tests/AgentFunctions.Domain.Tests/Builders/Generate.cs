using AgentFunctions.Domain.Attributes;
using CsCheck;

namespace AgentFunctions.Domain.Tests.Builders;

internal static class Generate
{
    private static readonly Gen<string> WellFormed = Gen.OneOf(
        Gen.String[Gen.Char["abcAB01./*~\"\\\u0001\n\u007fäß€"], 0, 6],
        Gen.Const("\ud83d\ude00"));

    private static readonly Gen<AttributeValue> Scalar = Gen.OneOf(
        Gen.Const(AttributeValue.Null),
        Gen.Bool.Select(flag => (AttributeValue)new AttributeValue.Flag(flag)),
        Gen.Double.Where(double.IsFinite).Select(number => (AttributeValue)new AttributeValue.Number(number)),
        Gen.Int[-20, 20].Select(number => (AttributeValue)new AttributeValue.Number(number)),
        WellFormed.Select(text => (AttributeValue)new AttributeValue.Text(text)));

    /// <summary>Any value, up to three deep.</summary>
    public static Gen<AttributeValue> Json { get; } = Deeper(Deeper(Deeper(Scalar)));

    private static Gen<AttributeValue> Deeper(Gen<AttributeValue> inner) => Gen.OneOf(
        Scalar,
        inner.Array[0, 4].Select(items => (AttributeValue)new AttributeValue.List(items)),
        Gen.Dictionary(WellFormed, inner)[0, 4].Select(members => (AttributeValue)new AttributeValue.Map(new AttributeMap(members))));
}
