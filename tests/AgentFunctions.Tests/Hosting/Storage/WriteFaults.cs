using AgentFunctions.Shared;
using Azure.Core;

namespace AgentFunctions.Tests.Hosting.Storage;

/// <summary>Scripts of <see cref="FaultyTransport"/> that count writes.</summary>
internal static class WriteFaults
{
    /// <param name="number">Of the write from now on; 1 is the next one. Where the process dies, nothing comes after it.</param>
    public static Func<int, HttpMessage, Fault?> At(int number, Break how)
    {
        var writes = 0;
        return (_, message) =>
        {
            writes += IsWrite(message) ? 1 : 0;
            return how switch
            {
                Break.Dead or Break.DeadAfterwards when writes > number => new Fault.Die(),
                Break.Dead when writes == number => new Fault.Die(),
                Break.DeadAfterwards when writes == number => IsWrite(message) ? new Fault.DieAfterwards() : new Fault.Die(),
                Break.Before when writes == number && IsWrite(message) => new Fault.Break(),
                Break.After when writes == number && IsWrite(message) => new Fault.LoseAnswer(),
                _ => null,
            };
        };
    }

    public static bool IsWrite(HttpMessage message) => message.Request.Method != RequestMethod.Get;
}
