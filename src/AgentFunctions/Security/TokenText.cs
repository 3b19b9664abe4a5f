using Microsoft.IdentityModel.JsonWebTokens;

namespace AgentFunctions.Security;

/// <summary>The compact form of a signed token (RFC 7515 section 7.1), before anything in it is believed.</summary>
internal static class TokenText
{
    /// <summary>In characters. A longer one is refused unread.</summary>
    public const int MaxLength = 16 * 1024;

    /// <summary>
    /// Null for anything but three base64url parts: encrypted tokens have five. Also for a critical extension, of which
    /// none is known here (RFC 7515 section 4.1.11), and for a header without algorithm or key id.
    /// </summary>
    public static JsonWebToken? Parse(string text)
    {
        if (text.Length > MaxLength || text.Count(c => c == '.') != 2)
        {
            return null;
        }

        try
        {
            var token = new JsonWebToken(text);
            return token.TryGetHeaderValue<object>("crit", out _) || string.IsNullOrEmpty(token.Kid) || string.IsNullOrEmpty(token.Alg)
                ? null
                : token;
        }
        catch (Exception)
        {
            // The decision: what the parser cannot read, in whatever way it says so, is no token.
            return null;
        }
    }
}
