namespace AgentFunctions.Domain.Principals.Matching;

/// <summary>Where a rule lies in the index, and what shall lie there; no rule removes the one of that id.</summary>
internal sealed record RuleChange(IReadOnlyList<string> Actions, string IdPattern, string RuleId, CompiledRule? Rule);
