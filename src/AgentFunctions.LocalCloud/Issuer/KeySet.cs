namespace AgentFunctions.LocalCloud.Issuer;

/// <summary>The keys that verify this issuer's tokens (RFC 7517 section 5).</summary>
internal sealed record KeySet(IReadOnlyList<PublicKey> Keys);
