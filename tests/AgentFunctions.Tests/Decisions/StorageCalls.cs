using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using AgentFunctions.Shared;
using Azure.Core;

namespace AgentFunctions.Tests.Decisions;

/// <summary>The calls to storage that one decision makes, by names that are the same for every agent.</summary>
internal static partial class StorageCalls
{
    /// <summary>What does with the named call, and with it alone.</summary>
    /// <param name="call">One of <see cref="RecordAsync"/>.</param>
    /// <param name="always">Whether every such call is met, or the first one only.</param>
    public static Func<int, HttpMessage, Fault?> Meet(string call, Fault fault, bool always)
    {
        var met = 0;
        return (_, message) => NameOf(message.Request) == call && (Interlocked.Increment(ref met) == 1 || always) ? fault : null;
    }

    /// <summary>All calls of what <paramref name="run"/> does, in no order, each name once.</summary>
    public static async Task<IReadOnlyList<string>> RecordAsync(FaultyTransport transport, Func<Task> run)
    {
        var names = new ConcurrentDictionary<string, bool>();
        transport.Script = (_, message) =>
        {
            names[NameOf(message.Request)] = true;
            return null;
        };
        await run();
        transport.Script = static (_, _) => null;
        return [.. names.Keys.Order(StringComparer.Ordinal)];
    }

    // "GET Principals(agent|bot-7,principal)", "GET Principals() entitlement", "POST $batch".
    private static string NameOf(Request request)
    {
        var uri = request.Uri.ToUri();
        var path = Uri.UnescapeDataString(uri.AbsolutePath.TrimStart('/').Split('/', 2)[^1]);
        path = Prefix().Replace(Number().Replace(path, "bot"), "");
        return $"{request.Method} {path}";
    }

    [GeneratedRegex("bot-[0-9]+")]
    private static partial Regex Number();

    // Of the tables of one test.
    [GeneratedRegex("^d[0-9a-f]{15}")]
    private static partial Regex Prefix();
}
