using AgentFunctions.Delegations;
using AgentFunctions.Domain.Attributes;
using AgentFunctions.Domain.Decisions;
using AgentFunctions.Domain.Directory;
using AgentFunctions.Domain.Guardrails;
using AgentFunctions.Domain.Principals;
using AgentFunctions.Guardrails;
using AgentFunctions.Hosting.Storage;
using AgentFunctions.Principals;
using AgentFunctions.Resources;

namespace AgentFunctions.Decisions.Facts;

/// <summary>
/// Reads everything that a decision depends on, in parallel and after the question came: no row is kept from one
/// decision to the next.
/// </summary>
internal sealed class GatherFacts(FreshRows rows, ActorReader actors, CurrentEntitlements entitlements)
{
    private static readonly RowAddress TenantAddress = new(TableNames.Tenant, TenantTable.Partition, TenantTable.HeadKey);
    private static readonly SetAddress GuardrailsAddress = new(SetKind.Guardrails, TenantTable.Partition);

    public async Task<AccessFacts> RunAsync(AccessRequest request, CancellationToken cancellationToken)
    {
        var arrived = rows.Arrive();
        var tenantReading = ReadTenantAsync(arrived, cancellationToken);
        var resource = ReadResourceAsync(request, arrived, cancellationToken);
        var chainReading = Task.WhenAll(request.Actors.Select(actor => actors.ReadAsync(actor, arrived, cancellationToken)));
        var subjectReading = ReadSubjectAsync(request.Subject, arrived, cancellationToken);
        var delegation = ReadDelegationAsync(request, arrived, cancellationToken);
        await Task.WhenAll(tenantReading, resource, chainReading, subjectReading, delegation);

        var (tenant, chain, subject) = (await tenantReading, await chainReading, await subjectReading);
        var requesterVersion = chain.Length > 0 ? chain[0].EntitlementsVersion : subject.EntitlementsVersion;
        return new AccessFacts
        {
            Tenant = tenant,
            Guardrails = await entitlements.GetAsync(GuardrailsAddress, tenant.GuardrailsVersion, cancellationToken),
            Actors = [.. chain.Select(actor => actor.Facts)],
            Subject = request.Subject.IsAgent ? FactsOfAgent(chain[^1]) : subject.Facts,
            Entitlements = await entitlements.GetAsync(AddressOf(request.Requester), requesterVersion, cancellationToken),
            Delegator = request.Delegator is DelegatorClaim.Nobody
                ? DelegatorFacts.None
                : new DelegatorFacts.Involved(
                    subject.Facts.Person, await delegation, await EntitlementsOfDelegatorAsync(request, tenant, subject, cancellationToken)),
            Resource = await resource,
        };
    }

    private static SetAddress AddressOf(PrincipalId principal) => new(SetKind.Entitlements, PrincipalTable.PartitionOf(principal));

    // An agent as subject stands at the far end of the chain (WhoActs), where its row has been read.
    private static SubjectFacts FactsOfAgent(ActorReading farthest) => new(
        farthest.Facts is ActorFacts.Registered registered ? registered.Agent.Properties : AttributeMap.Empty,
        Person.Unseen(PersonId.Nobody));

    private async Task<Tenant> ReadTenantAsync(long arrived, CancellationToken cancellationToken) =>
        (await rows.ReadAsync(TenantAddress, arrived, cancellationToken) is { } row ? TenantRow.Read(row) : TenantRow.Absent).Tenant;

    private async Task<ResourceFacts> ReadResourceAsync(AccessRequest request, long arrived, CancellationToken cancellationToken)
    {
        var address = new RowAddress(ResourceTable.Table, ResourceTable.PartitionOf(request.Resource), ResourceTable.RowKey);
        return await rows.ReadAsync(address, arrived, cancellationToken) is { } row && ResourceTable.Read(row) is { } registered
            ? new ResourceFacts.Registered(registered.Resource)
            : ResourceFacts.None;
    }

    private async Task<SubjectReading> ReadSubjectAsync(PrincipalId subject, long arrived, CancellationToken cancellationToken)
    {
        if (subject.IsAgent)
        {
            return SubjectReading.None;
        }

        var person = subject.IsPerson && PersonId.TryParse(subject.Id, out var id)
            ? actors.ReadPersonAsync(id, arrived, cancellationToken)
            : Task.FromResult(Person.Unseen(PersonId.Nobody));
        var address = new RowAddress(TableNames.Principals, PrincipalTable.PartitionOf(subject), PrincipalTable.HeadKey);
        var principal = await rows.ReadAsync(address, arrived, cancellationToken) is { } head ? PrincipalRow.Read(head) : PrincipalRow.Absent;
        return new(new SubjectFacts(principal.Properties, await person), principal.EntitlementsVersion);
    }

    private async Task<DelegationFacts> ReadDelegationAsync(AccessRequest request, long arrived, CancellationToken cancellationToken)
    {
        if (request.Delegator is DelegatorClaim.Nobody || !PersonId.TryParse(request.Subject.Id, out var delegator))
        {
            return DelegationFacts.None;
        }

        var address = new RowAddress(DelegationTable.Table, DelegationTable.PartitionOf(delegator), DelegationTable.RowKeyOf(request.Actors[^1]));
        return await rows.ReadAsync(address, arrived, cancellationToken) is { } row && DelegationTable.Read(row) is { } lent
            ? new DelegationFacts.Lent(lent)
            : DelegationFacts.None;
    }

    private async ValueTask<CompiledEntitlements> EntitlementsOfDelegatorAsync(
        AccessRequest request, Tenant tenant, SubjectReading subject, CancellationToken cancellationToken) => tenant.DelegatorNeedsEntitlements
            ? await entitlements.GetAsync(AddressOf(request.Subject), subject.EntitlementsVersion, cancellationToken)
            : CompiledEntitlements.Empty;
}
