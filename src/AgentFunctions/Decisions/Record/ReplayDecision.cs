using System.Diagnostics;
using AgentFunctions.Domain.Attributes;
using AgentFunctions.Domain.Decisions;
using AgentFunctions.Domain.Ledger;
using AgentFunctions.Domain.Principals;
using AgentFunctions.Guardrails;
using AgentFunctions.Hosting.Storage;
using AgentFunctions.Hosting.Storage.Versions;
using AgentFunctions.Principals;

namespace AgentFunctions.Decisions.Record;

/// <summary>
/// Decides a recorded request again, from its entry alone and the rules of the versions that it names: whatever has
/// changed since, it must come out as it did.
/// </summary>
internal sealed class ReplayDecision(Tables tables)
{
    // What a request may nest, within what surrounds it in an entry.
    private const int MaxDepth = 256;

    /// <param name="entry">Whole, of any kind.</param>
    /// <param name="cancellationToken">Ends the loading of rules.</param>
    public async Task<Replayed> RunAsync(LedgerEntry entry, CancellationToken cancellationToken)
    {
        if (entry.Kind != EntryKind.Decision)
        {
            return new Replayed.NotReplayable("it records no decision");
        }

        return AttributeJson.Parse(entry.Body.Span, MaxDepth) switch
        {
            JsonParse<AttributeValue>.Accepted accepted => await RunAsync(new JsonCursor(accepted.Value), cancellationToken),
            JsonParse<AttributeValue>.Refused refused => Refuse(refused.Pointer, refused.Why),
            _ => throw new UnreachableException(),
        };
    }

    private static Replayed.NotReplayable Refuse(string pointer, string why) => new($"`{pointer}` {why}");

    private async Task<Replayed> RunAsync(JsonCursor entry, CancellationToken cancellationToken)
    {
        var (schema, engine) = (entry.Member("schema").Number(), entry.Member("engine").Number());
        if (schema != DecisionEntry.Schema || engine != DecisionEntry.Engine)
        {
            return new Replayed.NotReplayable($"it has schema {schema} and was decided by engine {engine}");
        }

        var values = ReplayValues.Read(entry.Member("read"));
        var request = ReplayRequest.Read(entry, values);
        var facts = ReplayFacts.Read(entry, request, values);
        var now = entry.Member("at").Time();
        var recorded = new AttributeValue.Map(entry.Member("result").Map);
        var policyVersion = entry.Member("policy_version").Text();
        if (entry.Result(facts) is JsonParse<AccessFacts>.Refused refused)
        {
            return Refuse(refused.Pointer, refused.Why);
        }

        var loaded = await LoadAsync(request, facts, cancellationToken);
        var decision = AccessPolicy.Decide(request, loaded, now);
        return DecisionRecord.Print(decision) == recorded && PolicyVersion.Of(request, loaded) == policyVersion
            ? new Replayed.Same(decision)
            : new Replayed.Different(decision, recorded);
    }

    private async Task<AccessFacts> LoadAsync(AccessRequest request, AccessFacts facts, CancellationToken cancellationToken)
    {
        var entitlements = new VersionedRows(tables[TableNames.Principals], PrincipalTable.Entitlements);
        var guardrails = new VersionedRows(tables[TableNames.Tenant], TenantTable.Guardrails);
        return facts with
        {
            Guardrails = await LoadAsync(guardrails, TenantTable.Partition, facts.Guardrails, cancellationToken),
            Entitlements = await LoadAsync(entitlements, PrincipalTable.PartitionOf(request.Requester), facts.Entitlements, cancellationToken),
            Delegator = facts.Delegator is DelegatorFacts.Involved involved
                ? involved with { Entitlements = await LoadAsync(entitlements, PrincipalTable.PartitionOf(request.Subject), involved.Entitlements, cancellationToken) }
                : facts.Delegator,
        };
    }

    private static async Task<CompiledEntitlements> LoadAsync(
        VersionedRows rows, string partition, CompiledEntitlements wanted, CancellationToken cancellationToken) =>
        CompiledEntitlements.Compile(wanted.Version, (await rows.LoadAsync(partition, wanted.Version, cancellationToken)).Select(EntitlementRows.Read));
}
