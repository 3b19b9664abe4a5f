namespace AgentFunctions.Security;

/// <summary>The function answers callers that have any of <paramref name="roles"/>; others get 403 `role_missing`.</summary>
/// <param name="roles">One role, or several of which one is enough.</param>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class RequireRoleAttribute(Role roles) : Attribute
{
    public Role Roles { get; } = roles;
}
