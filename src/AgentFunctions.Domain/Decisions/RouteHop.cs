namespace AgentFunctions.Domain.Decisions;

/// <summary>An orchestrator or MCP server that the call came through.</summary>
/// <param name="Id">1 to 256 characters.</param>
/// <param name="IsVerified">It is the authenticated caller, or was forwarded by one. An Allow's conditions see no other hop.</param>
public sealed record RouteHop(string Id, bool IsVerified);
