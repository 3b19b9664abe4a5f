namespace AgentFunctions.Domain.Decisions;

/// <summary>The reasons' names on the wire and in the ledger. A name is never changed and never used again.</summary>
public static class ReasonCodes
{
    public static string NameOf(ReasonCode code) => code switch
    {
        ReasonCode.TenantSuspended => "tenant_suspended",
        ReasonCode.CallerUnknown => "caller_unknown",
        ReasonCode.FactsMismatch => "facts_mismatch",
        ReasonCode.DirectoryStale => "directory_stale",
        ReasonCode.AgentUnknown => "agent_unknown",
        ReasonCode.AgentProposed => "agent_proposed",
        ReasonCode.AgentSuspended => "agent_suspended",
        ReasonCode.AgentRetired => "agent_retired",
        ReasonCode.OwnerMissing => "owner_missing",
        ReasonCode.OwnerUnknown => "owner_unknown",
        ReasonCode.OwnerLeft => "owner_left",
        ReasonCode.DeputyMissing => "deputy_missing",
        ReasonCode.DeputyGraceOver => "deputy_grace_over",
        ReasonCode.DelegatorUnknown => "delegator_unknown",
        ReasonCode.DelegatorLeft => "delegator_left",
        ReasonCode.DelegatorAsserted => "delegator_asserted",
        ReasonCode.DelegationMissing => "delegation_missing",
        ReasonCode.DelegationExpired => "delegation_expired",
        ReasonCode.DelegationOutOfScope => "delegation_out_of_scope",
        ReasonCode.DelegatorNotEntitled => "delegator_not_entitled",
        ReasonCode.SubjectUnknown => "subject_unknown",
        ReasonCode.SubjectLeft => "subject_left",
        ReasonCode.NoEntitlement => "no_entitlement",
        ReasonCode.EntitlementChallenge => "entitlement_challenge",
        ReasonCode.EntitlementDeny => "entitlement_deny",
        ReasonCode.GuardrailChallenge => "guardrail_challenge",
        ReasonCode.GuardrailDeny => "guardrail_deny",
        ReasonCode.PurposeMissing => "purpose_missing",
        ReasonCode.AutonomyExceeded => "autonomy_exceeded",
        ReasonCode.AutonomyForbidden => "autonomy_forbidden",
        ReasonCode.ToleranceExceeded => "tolerance_exceeded",
        _ => throw new ArgumentOutOfRangeException(nameof(code), code, "not a reason code"),
    };
}
