namespace AgentFunctions.LocalCloud.Issuer;

/// <summary>From when until when a token is good; whole seconds, as JWTs count them.</summary>
internal sealed record Validity(DateTimeOffset StartsAt, DateTimeOffset EndsAt)
{
    /// <summary>Seconds that a token lasts when nobody asks otherwise, as at Entra ID at least.</summary>
    public const int DefaultSeconds = 3600;

    /// <summary>Ends <paramref name="seconds"/> from now. A token that has already ended began an hour before its end.</summary>
    public static Validity For(int seconds, DateTimeOffset now)
    {
        var whole = DateTimeOffset.FromUnixTimeSeconds(now.ToUnixTimeSeconds());
        var end = whole.AddSeconds(seconds);
        return new Validity(seconds > 0 ? whole : end.AddSeconds(-DefaultSeconds), end);
    }
}
