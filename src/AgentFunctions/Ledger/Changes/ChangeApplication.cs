namespace AgentFunctions.Ledger.Changes;

/// <summary>Applies a change that has its entry (the evaluation id), conditional on what was read when it was planned.</summary>
internal delegate Task<ApplyOutcome> ChangeApplication(Guid entry, CancellationToken cancellationToken);
