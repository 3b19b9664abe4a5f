using AgentFunctions.Contract.Tests.Drivers;

namespace AgentFunctions.Contract.Tests.Hostile;

/// <summary>One row of the table: a request that nobody honest would send.</summary>
/// <param name="Name">What is odd about it; unique.</param>
internal sealed record Attack(string Name, Func<Victim, Task<Call>> Make, Expected Expected)
{
    public Attack(string name, Func<Victim, Call> make, Expected expected)
        : this(name, victim => Task.FromResult(make(victim)), expected)
    {
    }
}
