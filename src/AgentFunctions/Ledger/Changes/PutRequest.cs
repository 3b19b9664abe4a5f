namespace AgentFunctions.Ledger.Changes;

/// <summary>A request to put a document: what it is to be, and what the caller knows of what is there.</summary>
internal sealed record PutRequest<T>(T Document, ChangePrecondition Precondition);
