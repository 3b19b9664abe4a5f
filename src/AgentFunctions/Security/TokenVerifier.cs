using System.Collections.Frozen;
using Microsoft.Extensions.Logging;

namespace AgentFunctions.Security;

/// <summary>Says whose a token is. The issuer it names is chosen first, so that no issuer's key is tried on another's token.</summary>
internal sealed partial class TokenVerifier(IEnumerable<Issuer> issuers, VerifiedTokens verified, TimeProvider clock, ILogger<TokenVerifier> logger)
{
    private readonly FrozenDictionary<string, Issuer> byName = issuers.ToFrozenDictionary(issuer => issuer.Name, StringComparer.Ordinal);

    /// <exception cref="OperationCanceledException">While waiting for an issuer's keys.</exception>
    public async ValueTask<TokenOutcome> VerifyAsync(string text, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        if (text.Length > TokenText.MaxLength)
        {
            return new TokenOutcome.Refused(TokenFault.Malformed);
        }

        var digest = TokenDigest.Of(text);
        if (verified.Find(digest) is { } known && await IsStillGoodAsync(known, now, cancellationToken))
        {
            return known.Outcome;
        }

        return await VerifyAnewAsync(text, digest, now, cancellationToken);
    }

    // No skew here: past its own end a token is looked at anew every time.
    private static async ValueTask<bool> IsStillGoodAsync(VerifiedToken known, DateTimeOffset now, CancellationToken cancellationToken) =>
        now < known.Outcome.ExpiresAt
        && (await known.Issuer.Keys.GetAsync(now, cancellationToken))?.Generation == known.Generation;

    private async ValueTask<TokenOutcome> VerifyAnewAsync(string text, TokenDigest digest, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (TokenText.Parse(text) is not { } token)
        {
            return new TokenOutcome.Refused(TokenFault.Malformed);
        }

        try
        {
            if (!byName.TryGetValue(token.Issuer, out var issuer))
            {
                return new TokenOutcome.Refused(TokenFault.UnknownIssuer);
            }

            // Read before, so that keys which change meanwhile make the memory useless and not wrong.
            var generation = issuer.Keys.Last?.Generation;
            var outcome = await issuer.VerifyAsync(token, now, cancellationToken);
            if (outcome is TokenOutcome.Accepted accepted && generation is { } under)
            {
                verified.Remember(digest, new VerifiedToken(issuer, under, accepted));
            }

            return outcome;
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            // The decision: a token that cannot be read to its end is refused.
            Log.Unreadable(logger, fault);
            return new TokenOutcome.Refused(TokenFault.Malformed);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "a token could not be read")]
        public static partial void Unreadable(ILogger logger, Exception fault);
    }
}
