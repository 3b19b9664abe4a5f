using Microsoft.Extensions.Logging;

namespace AgentFunctions.Security;

/// <summary>
/// The keys of one issuer, kept current: fetched again when they are old and when a token names an unknown one, by one
/// request at a time, and never more often than the quiet time allows.
/// </summary>
/// <remarks>
/// ConfigurationManager of Microsoft.IdentityModel does the same on the system clock and in the background, so that the
/// first token after a rotation fails; here it waits for the fetch. See docs/decisions/0005-who-calls.md.
/// </remarks>
internal sealed partial class IssuerKeys(string issuer, Func<CancellationToken, Task<KeySet>> fetch, SecurityOptions options, TimeProvider clock, ILogger<IssuerKeys> logger)
{
    // An issuer that was never reached is tried again soon: nothing works until it answers.
    private static readonly TimeSpan FirstQuiet = TimeSpan.FromSeconds(1);

    // A request waits this long for a fetch that goes on without it: a decision has 2 s in all.
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(1);

    private readonly TimeSpan refreshAfter = TimeSpan.FromMinutes(options.KeyRefreshMinutes);
    private readonly TimeSpan lifetime = TimeSpan.FromHours(options.KeyLifetimeHours);
    private readonly TimeSpan quiet = TimeSpan.FromSeconds(options.KeyQuietSeconds);
    private readonly Lock gate = new();
    private volatile KeySet? current;
    private DateTimeOffset lastFetch = DateTimeOffset.MinValue;
    private Task underWay = Task.CompletedTask;

    /// <summary>The last keys the issuer gave, however old; null when it never answered.</summary>
    public KeySet? Last => current;

    /// <summary>Keys that may validate a token at <paramref name="now"/>; null when there are none.</summary>
    public async ValueTask<KeySet?> GetAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var keys = current;
        if (keys is not null && now - keys.FetchedAt < refreshAfter)
        {
            return keys;
        }

        var fetched = StartFetch(now);
        if (UsableAt(now) is { } stillGood)
        {
            return stillGood;
        }

        await WaitAsync(fetched, cancellationToken);
        return UsableAt(now);
    }

    /// <summary>For a token whose key is not among <paramref name="seen"/>: newer keys, if the issuer may be asked and has some.</summary>
    public async ValueTask<KeySet?> RefreshAsync(KeySet seen, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (current?.Generation == seen.Generation)
        {
            await WaitAsync(StartFetch(now), cancellationToken);
        }

        return UsableAt(now);
    }

    /// <summary>A refresh was due, and at least one try at it failed.</summary>
    public bool IsOverdueAt(DateTimeOffset now) => current is { } keys && now - keys.FetchedAt >= refreshAfter + quiet;

    private KeySet? UsableAt(DateTimeOffset now) => current is { } keys && now - keys.FetchedAt < lifetime ? keys : null;

    // The fetch belongs to no request: whoever started it may go away.
    private Task StartFetch(DateTimeOffset now)
    {
        lock (gate)
        {
            if (underWay.IsCompleted && now - lastFetch >= (current is null ? FirstQuiet : quiet))
            {
                lastFetch = now;
                underWay = Task.Run(() => FetchAsync(now), CancellationToken.None);
            }

            return underWay;
        }
    }

    private async Task FetchAsync(DateTimeOffset now)
    {
        using var patience = new CancellationTokenSource(IssuerDocuments.Timeout, clock);
        try
        {
            var next = await fetch(patience.Token);
            var keys = (next with { FetchedAt = now }).After(current);
            if (keys.Generation != current?.Generation)
            {
                Log.KeysChanged(logger, issuer, keys.Keys.Count);
            }

            current = keys;
        }
        catch (Exception fault)
        {
            // The decision: the last known keys stay, for as long as their lifetime allows.
            Log.KeysUnavailable(logger, issuer, fault);
        }
    }

    private async Task WaitAsync(Task fetched, CancellationToken cancellationToken)
    {
        try
        {
            await fetched.WaitAsync(LongestWait, clock, cancellationToken);
        }
        catch (TimeoutException)
        {
            // The decision is the reader's: it goes by the keys there are.
            Log.KeysSlow(logger, issuer);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Information, "keys of issuer {Issuer} changed, {Count} are usable")]
        public static partial void KeysChanged(ILogger logger, string issuer, int count);

        [LoggerMessage(LogLevel.Warning, "keys of issuer {Issuer} could not be fetched")]
        public static partial void KeysUnavailable(ILogger logger, string issuer, Exception fault);

        [LoggerMessage(LogLevel.Warning, "keys of issuer {Issuer} are slow to come")]
        public static partial void KeysSlow(ILogger logger, string issuer);
    }
}
