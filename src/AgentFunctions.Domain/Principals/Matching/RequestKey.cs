using AgentFunctions.Domain.Decisions;

namespace AgentFunctions.Domain.Principals.Matching;

/// <summary>The names by which rules are found, hashed once a decision.</summary>
internal readonly struct RequestKey(AccessRequest request)
{
    public string Type { get; } = request.Resource.Type;

    public int TypeHash { get; } = HashLeaf.HashOf(request.Resource.Type);

    public string Action { get; } = request.Action;

    public int ActionHash { get; } = HashLeaf.HashOf(request.Action);

    public string Id { get; } = request.Resource.Id;

    public int IdHash { get; } = HashLeaf.HashOf(request.Resource.Id);
}
