using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.IdentityModel.Tokens;

namespace AgentFunctions.LocalCloud.Issuer;

/// <summary>Ids that are the same at every start, though nothing is kept.</summary>
internal static class DerivedId
{
    /// <summary>A client's object id: a UUIDv8 (RFC 9562 section 5.8) over its client id.</summary>
    public static string OfClient(string clientId)
    {
        var bytes = Digest("client", clientId).AsSpan(0, 16);
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x80);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes, bigEndian: true).ToString("d");
    }

    /// <summary>A person's pairwise subject (OpenID Connect Core section 8.1): another one for each audience.</summary>
    public static string OfPerson(string personId, string audience) => Base64UrlEncoder.Encode(Digest("person", audience, personId));

    // As a JSON array, so that no two lists of parts are the same bytes.
    private static byte[] Digest(params string[] parts) =>
        SHA256.HashData(Encoding.UTF8.GetBytes($"[{string.Join(',', parts.Select(part => $"\"{JsonEncodedText.Encode(part)}\""))}]"));
}
