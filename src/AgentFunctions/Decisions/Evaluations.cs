using AgentFunctions.Domain.Attributes;

namespace AgentFunctions.Decisions;

/// <summary>Several evaluations in one request, each with the request's defaults merged in.</summary>
internal sealed record Evaluations(EvaluationsSemantic Semantic, IReadOnlyList<AttributeValue> Items);
