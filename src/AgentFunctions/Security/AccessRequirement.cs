namespace AgentFunctions.Security;

/// <summary>What a function asks of its caller, as its method declares.</summary>
internal abstract record AccessRequirement
{
    private AccessRequirement()
    {
    }

    /// <summary>It has no HTTP trigger: the host itself calls it.</summary>
    internal sealed record NotHttp : AccessRequirement;

    internal sealed record Public : AccessRequirement;

    internal sealed record AnyCaller : AccessRequirement;

    /// <param name="Roles">One of them is enough.</param>
    internal sealed record AnyRole(Role Roles) : AccessRequirement
    {
        /// <summary>It changes what others may do.</summary>
        public bool IsAdministration => (Roles & RoleNames.Administration) != Role.None;
    }

    /// <summary>None, or more than one: it answers nobody.</summary>
    internal sealed record Undeclared : AccessRequirement;
}
