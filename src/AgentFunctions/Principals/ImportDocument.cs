using System.Security.Cryptography;
using System.Text;
using AgentFunctions.Domain.Attributes;

namespace AgentFunctions.Principals;

/// <summary>Everything that a principal is to have, read and checked as a whole.</summary>
/// <param name="Entitlements">Canonical JSON by id.</param>
internal sealed record ImportDocument(AttributeMap Properties, IReadOnlyDictionary<string, string> Entitlements)
{
    /// <summary>SHA-256 over the rows' canonical JSON, each ended by a line feed, in the order of their ids: what the ledger keeps of a set.</summary>
    public static string Digest(IEnumerable<KeyValuePair<string, string>> entitlements)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var (_, content) in entitlements.OrderBy(row => row.Key, StringComparer.Ordinal))
        {
            hash.AppendData(Encoding.UTF8.GetBytes(content));
            hash.AppendData("\n"u8);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
