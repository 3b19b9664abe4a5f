using System.Reflection;
using Xunit.Sdk;
using Xunit.v3;

namespace AgentFunctions.Tests.Ledger;

/// <summary>Every step at which a process can be killed, with that step's request done and not done.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class CombinatorialFaultsAttribute : DataAttribute
{
    // More than any use case under test sends: the last ones are runs without a fault.
    private const int Steps = 9;

    public override ValueTask<IReadOnlyCollection<ITheoryDataRow>> GetData(MethodInfo testMethod, DisposalTracker disposalTracker) =>
        new([.. from step in Enumerable.Range(1, Steps) from done in (bool[])[true, false] select new TheoryDataRow<int, bool>(step, done)]);

    public override bool SupportsDiscoveryEnumeration() => true;
}
