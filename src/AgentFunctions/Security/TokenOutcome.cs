namespace AgentFunctions.Security;

/// <summary>What a token says, if it is to be believed.</summary>
internal abstract record TokenOutcome
{
    private TokenOutcome()
    {
    }

    /// <param name="ExpiresAt">The token's own end, without skew.</param>
    internal sealed record Accepted(Caller Caller, DateTimeOffset ExpiresAt) : TokenOutcome;

    internal sealed record Refused(TokenFault Fault) : TokenOutcome;

    /// <summary>Nobody can say: the issuer's keys were never fetched, or are too old.</summary>
    internal sealed record IssuerUnavailable : TokenOutcome;
}
