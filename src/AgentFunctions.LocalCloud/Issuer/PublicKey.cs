namespace AgentFunctions.LocalCloud.Issuer;

/// <summary>An RSA key as RFC 7517 and RFC 7518 section 6.3.1 write it.</summary>
internal sealed record PublicKey(string Kty, string Use, string Alg, string Kid, string N, string E);
