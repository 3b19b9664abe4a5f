namespace AgentFunctions.Domain.Principals.Matching;

/// <summary>The effects of the rules that applied; one bit an effect.</summary>
internal readonly record struct AppliedEffects(int Bits)
{
    public bool IsEmpty => Bits == 0;

    public bool Include(Effect effect) => (Bits & (1 << (int)effect)) != 0;

    public AppliedEffects With(Effect effect) => new(Bits | (1 << (int)effect));
}
