using System.Security.Cryptography;
using System.Text;
using Microsoft.IdentityModel.Tokens;

namespace AgentFunctions.LocalCloud.Issuer;

/// <summary>Proof key for code exchange, method S256 only (RFC 7636).</summary>
internal static class Pkce
{
    public const string Method = "S256";

    /// <summary>Base64url of a SHA-256: 43 characters.</summary>
    public static bool IsChallenge(string text) => text.Length == 43 && text.All(character => char.IsAsciiLetterOrDigit(character) || character is '-' or '_');

    /// <summary>43 to 128 unreserved characters (section 4.1).</summary>
    public static bool IsVerifier(string text) => text.Length is >= 43 and <= 128 && text.All(character => char.IsAsciiLetterOrDigit(character) || character is '-' or '.' or '_' or '~');

    public static bool Matches(string verifier, string challenge) => CryptographicOperations.FixedTimeEquals(
        Encoding.ASCII.GetBytes(Base64UrlEncoder.Encode(SHA256.HashData(Encoding.ASCII.GetBytes(verifier)))),
        Encoding.ASCII.GetBytes(challenge));
}
