namespace AgentFunctions.Security;

/// <summary>Why a token was refused: for logs only, the caller hears no more than `invalid_token`.</summary>
internal enum TokenFault
{
    Malformed,
    UnknownIssuer,
    Algorithm,
    Key,
    Signature,
    Audience,
    Lifetime,
    Tenant,
    Claims,
}
