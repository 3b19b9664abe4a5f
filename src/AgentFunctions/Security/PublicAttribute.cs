namespace AgentFunctions.Security;

/// <summary>
/// The function answers anyone. A usable token is read, so that the answer may say more to those who may know more;
/// one that is not usable counts as none.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class PublicAttribute : Attribute;
