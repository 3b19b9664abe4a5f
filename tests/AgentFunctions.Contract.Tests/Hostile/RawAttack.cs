namespace AgentFunctions.Contract.Tests.Hostile;

/// <summary>One request as bytes, most of them characters.</summary>
/// <param name="Name">What is odd about it; unique.</param>
/// <param name="Make">The request; each character is one byte.</param>
/// <param name="IsHalfClosed">The client says that nothing more comes.</param>
internal sealed record RawAttack(string Name, Func<RawRequest, string> Make, Expected Expected, bool IsHalfClosed = false);
