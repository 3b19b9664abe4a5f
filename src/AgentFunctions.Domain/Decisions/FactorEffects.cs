using AgentFunctions.Domain.Principals;

namespace AgentFunctions.Domain.Decisions;

/// <summary>What each factor said; a factor that had no say is not applicable. Two bits a factor.</summary>
public readonly record struct FactorEffects(uint Bits)
{
    private const uint NotApplicable = 0b11;

    public static FactorEffects NoneApplicable { get; } = new(uint.MaxValue);

    public bool TryGet(Factor factor, out Effect effect)
    {
        var bits = (Bits >> (2 * (int)factor)) & 0b11;
        effect = bits == NotApplicable ? Effect.Deny : (Effect)bits;
        return bits != NotApplicable;
    }

    /// <summary>The narrowest of what all factors said; deny where none had a say.</summary>
    public Effect Narrowest()
    {
        var narrowest = NotApplicable;
        for (var bits = Bits; bits != 0; bits >>= 2)
        {
            narrowest = Math.Min(narrowest, bits & NotApplicable);
        }

        return narrowest == NotApplicable ? Effect.Deny : (Effect)narrowest;
    }

    /// <summary>The narrower of what the factor said before and <paramref name="effect"/>.</summary>
    public FactorEffects Narrow(Factor factor, Effect effect)
    {
        var narrowed = TryGet(factor, out var before) && before < effect ? before : effect;
        var shift = 2 * (int)factor;
        return new((Bits & ~(NotApplicable << shift)) | ((uint)narrowed << shift));
    }
}
