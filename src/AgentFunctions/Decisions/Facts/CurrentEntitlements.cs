using System.Collections.Concurrent;
using AgentFunctions.Domain.Principals;
using AgentFunctions.Guardrails;
using AgentFunctions.Hosting.Storage;
using AgentFunctions.Hosting.Storage.Versions;
using AgentFunctions.Principals;
using Microsoft.Extensions.Caching.Memory;

namespace AgentFunctions.Decisions.Facts;

/// <summary>
/// Compiled entitlements (or guardrails) of exactly the version that was asked for. What is kept is named by its
/// version and versions never change, so keeping it makes nothing stale; the next version is made from the last one
/// and what lies between.
/// </summary>
internal sealed class CurrentEntitlements(Tables tables, IMemoryCache kept)
{
    private readonly ConcurrentDictionary<VersionAddress, Lazy<Task<CompiledEntitlements>>> underWay = new();

    /// <param name="cancellationToken">Ends this asker's wait. A load goes on: the next asker finds it done.</param>
    public ValueTask<CompiledEntitlements> GetAsync(SetAddress set, long version, CancellationToken cancellationToken)
    {
        if (version == 0)
        {
            return ValueTask.FromResult(CompiledEntitlements.Empty);
        }

        return kept.TryGetValue(set, out CompiledEntitlements? last) && last!.Version == version // Only sets are kept.
            ? ValueTask.FromResult(last)
            : new(LoadOnceAsync(new(set, version), cancellationToken));
    }

    private Task<CompiledEntitlements> LoadOnceAsync(VersionAddress address, CancellationToken cancellationToken)
    {
        var load = underWay.GetOrAdd(address, wanted => new(() => LoadAsync(wanted)));
        return load.Value.WaitAsync(cancellationToken);
    }

    private async Task<CompiledEntitlements> LoadAsync(VersionAddress address)
    {
        try
        {
            await Task.Yield(); // The asker that came first waits like the others, and no longer.
            var set = kept.TryGetValue(address.Set, out CompiledEntitlements? last)
                ? await MoveAsync(last!, address) // Only sets are kept.
                : await LoadWholeAsync(address);
            Keep(address.Set, set);
            return set;
        }
        finally
        {
            _ = underWay.TryRemove(address, out _);
        }
    }

    private async Task<CompiledEntitlements> LoadWholeAsync(VersionAddress address)
    {
        var rows = await RowsOf(address.Set.Kind).LoadAsync(address.Set.Partition, address.Version, CancellationToken.None);
        return CompiledEntitlements.Compile(address.Version, rows.Select(EntitlementRows.Read));
    }

    // Forward when the principal was edited; back when this decision read its row before another one did.
    private async Task<CompiledEntitlements> MoveAsync(CompiledEntitlements last, VersionAddress address)
    {
        var (earlier, later) = (Math.Min(last.Version, address.Version), Math.Max(last.Version, address.Version));
        var between = await RowsOf(address.Set.Kind).LoadDifferenceAsync(address.Set.Partition, earlier, later, CancellationToken.None);
        var (gone, put) = last.Version == earlier ? (between.Removed, between.Added) : (between.Added, between.Removed);
        return last.Apply(address.Version, new EntitlementDifference([.. gone.Select(row => row.Id)], [.. put.Select(EntitlementRows.Read)]));
    }

    private VersionedRows RowsOf(SetKind kind) => kind == SetKind.Guardrails
        ? new(tables[TableNames.Tenant], TenantTable.Guardrails)
        : new(tables[TableNames.Principals], PrincipalTable.Entitlements);

    private void Keep(SetAddress address, CompiledEntitlements set)
    {
        if (kept.TryGetValue(address, out CompiledEntitlements? last) && last!.Version > set.Version) // Only sets are kept.
        {
            return;
        }

        using var entry = kept.CreateEntry(address);
        entry.Size = set.EstimatedBytes;
        entry.Value = set;
    }

    private readonly record struct VersionAddress(SetAddress Set, long Version);
}
