using System.Runtime.CompilerServices;

namespace AgentFunctions.Domain.Principals.Matching;

/// <summary>Room for as many applied rules as nearly every decision has, on the stack.</summary>
[InlineArray(Length)]
internal struct AppliedBuffer
{
    public const int Length = 8;

    private AppliedRule first;
}
