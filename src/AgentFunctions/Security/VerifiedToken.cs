namespace AgentFunctions.Security;

/// <summary>A token that was found good, and under which keys.</summary>
internal sealed record VerifiedToken(Issuer Issuer, long Generation, TokenOutcome.Accepted Outcome);
