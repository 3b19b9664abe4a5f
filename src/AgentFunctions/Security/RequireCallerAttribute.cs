namespace AgentFunctions.Security;

/// <summary>
/// The function answers every authenticated caller of the tenant, whatever its roles: the use case decides what each
/// may see (a caller without `Decisions.Ask` is itself the actor).
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class RequireCallerAttribute : Attribute;
