using AgentFunctions.Domain.Attributes;
using AgentFunctions.Domain.Ledger;
using AgentFunctions.Hosting.Storage;

namespace AgentFunctions.Ledger.Changes;

/// <summary>Answers whether a recorded change took effect: one point read where its target is stored.</summary>
internal sealed class FindApplied(Tables tables)
{
    private const int MaxDepth = 64;

    /// <summary>False as well for an entry that names no target the app knows: nothing can have been applied to it.</summary>
    public async Task<bool> RunAsync(LedgerEntry change, CancellationToken cancellationToken) =>
        AttributeJson.Parse(change.Body.Span, MaxDepth) is JsonParse<AttributeValue>.Accepted { Value: var body }
        && ChangePlace.TryFind(body, out var place)
        && await AppliedChanges.IsAppliedAsync(tables[place.Table], place.Partition, change.Id.ToGuid(), cancellationToken);
}
