namespace AgentFunctions.LocalCloud.Issuer;

/// <summary>How the client showed who it is: the claim `azpacr` of Entra ID's v2 tokens.</summary>
internal enum ClientProof
{
    /// <summary>It did not: a public client.</summary>
    None = 0,

    /// <summary>By a secret. LocalCloud keeps none and takes any.</summary>
    Secret = 1,
}
