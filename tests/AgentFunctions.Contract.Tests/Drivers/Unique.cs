namespace AgentFunctions.Contract.Tests.Drivers;

/// <summary>Names that no other test, run or seed has.</summary>
internal static class Unique
{
    public static string Name(string kind) => $"{kind}-{Guid.CreateVersion7(TimeProvider.System.GetUtcNow()):N}";
}
