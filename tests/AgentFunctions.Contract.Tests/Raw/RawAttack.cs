using AgentFunctions.Contract.Tests.Hostile;

namespace AgentFunctions.Contract.Tests.Raw;

/// <summary>One request as bytes, most of them characters.</summary>
/// <param name="Name">What is odd about it; unique.</param>
/// <param name="Make">The request; each character is one byte.</param>
/// <param name="Expected">Of the one answer that it may get.</param>
internal sealed record RawAttack(string Name, Func<RawRequest, string> Make, Expected Expected, Ending Ending = Ending.Silence);
