using System.Diagnostics.CodeAnalysis;

namespace AgentFunctions.LocalRuntime.Hosting;

/// <summary>The end of a process that cannot start: one line on standard error and exit code 1, as of a command.</summary>
internal static class ProcessEnd
{
    [DoesNotReturn]
    public static void Refuse(string reason)
    {
        Console.Error.WriteLine($"error: {char.ToLowerInvariant(reason[0])}{reason[1..].TrimEnd('.')}");
        Environment.Exit(1);
    }
}
