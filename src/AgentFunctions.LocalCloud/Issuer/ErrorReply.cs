namespace AgentFunctions.LocalCloud.Issuer;

/// <summary>RFC 6749 section 5.2.</summary>
internal sealed record ErrorReply(string Error, string ErrorDescription);
