using System.Text;
using AgentFunctions.Domain.Attributes;
using AgentFunctions.Domain.Principals;
using AgentFunctions.Hosting.Storage.Versions;

namespace AgentFunctions.Principals;

/// <summary>Entitlements and guardrails as the content of versioned rows: canonical JSON, so that equal rows are equal texts.</summary>
internal static class EntitlementRows
{
    /// <summary>Of one row in canonical JSON, in bytes: what it was and what it becomes fit together in a ledger entry.</summary>
    public const int MaxBytes = 12 << 10;

    public static AttributeMap PrintMap(Entitlement entitlement) =>
        EntitlementJson.Print(entitlement) is AttributeValue.Map map ? map.Members : throw new System.Diagnostics.UnreachableException();

    public static string Print(Entitlement entitlement) => CanonicalJson.ToText(EntitlementJson.Print(entitlement));

    /// <exception cref="InvalidDataException">The row is not one that the app writes: what it says is not guessed.</exception>
    public static Entitlement Read(VersionedRow row) =>
        EntitlementJson.Parse(ReadValue(row)) is JsonParse<Entitlement>.Accepted accepted && accepted.Value.Id == row.Id
            ? accepted.Value
            : throw new InvalidDataException("a row is not an entitlement");

    /// <exception cref="InvalidDataException">The row is not one that the app writes.</exception>
    public static AttributeValue ReadValue(VersionedRow row) =>
        AttributeJson.Parse(Encoding.UTF8.GetBytes(row.Content), EntitlementLimits.MaxJsonDepth) is JsonParse<AttributeValue>.Accepted accepted
            ? accepted.Value
            : throw new InvalidDataException("a row is not json");
}
