namespace AgentFunctions.Security;

/// <summary>What a caller may do, as its token's roles say. The names on the wire are those of <see cref="RoleNames"/>.</summary>
[Flags]
internal enum Role
{
    None = 0,

    /// <summary>Ask for decisions about agents other than the caller: a gateway (PEP).</summary>
    DecisionsAsk = 1,

    /// <summary>Ask for decisions in which no agent acts.</summary>
    DecisionsAskForPeople = 1 << 1,

    AgentsRead = 1 << 2,

    AgentsWrite = 1 << 3,

    PolicyRead = 1 << 4,

    PolicyWrite = 1 << 5,

    PeopleRead = 1 << 6,

    PeopleWrite = 1 << 7,

    TenantRead = 1 << 8,

    TenantWrite = 1 << 9,

    AuditRead = 1 << 10,
}
