using AgentFunctions.Delegations;
using AgentFunctions.Domain.Attributes;
using AgentFunctions.Domain.Decisions;
using AgentFunctions.Domain.Directory;
using AgentFunctions.Domain.Guardrails;
using AgentFunctions.Hosting;

namespace AgentFunctions.Decisions.Record;

/// <summary>
/// The facts of a decision as the ledger keeps them: versions of what is versioned, values of everything else.
/// Registered properties are kept as far as conditions read them (`read`).
/// </summary>
internal static class FactsRecord
{
    public static AttributeValue.Map Print(AccessRequest request, AccessFacts facts) => AttributeObject.Of(
        ("actors", new AttributeValue.List([.. facts.Actors.Select(Print)])),
        ("delegator", Print(facts.Delegator)),
        ("entitlements", AttributeObject.Of(
            ("id", AttributeObject.Text(request.Requester.Id)),
            ("type", AttributeObject.Text(request.Requester.Type)),
            ("version", AttributeObject.Number(facts.Entitlements.Version)))),
        ("guardrails", AttributeObject.Number(facts.Guardrails.Version)),
        ("resource", facts.Resource is ResourceFacts.Registered known
            ? AttributeObject.Of(("sensitivity", AttributeObject.Text(WireName.Of(known.Resource.Sensitivity))))
            : AttributeValue.Null),
        ("subject", Print(facts.Subject.Person)),
        ("tenant", Print(facts.Tenant)));

    private static AttributeValue Print(ActorFacts actor) => actor switch
    {
        ActorFacts.Registered known => AttributeObject.Of(
            ("autonomy", AttributeObject.Text(WireName.Of(known.Agent.Autonomy))),
            ("deputy", Print(known.Deputy)),
            ("deputy_since", AttributeObject.Text(Rfc3339.Format(known.Agent.DeputySince))),
            ("id", AttributeObject.Text(known.Agent.Id.Value)),
            ("owner", Print(known.Owner)),
            ("purpose", AttributeObject.Text(known.Agent.Purpose)),
            ("status", AttributeObject.Text(WireName.Of(known.Agent.Status))),
            ("tolerance", AttributeObject.Text(WireName.Of(known.Agent.Tolerance)))),
        ActorFacts.Unregistered unknown => AttributeObject.Of(("id", AttributeObject.Text(unknown.Id.Value))),
        _ => AttributeValue.Null,
    };

    private static AttributeValue Print(DelegatorFacts delegator) => delegator is DelegatorFacts.Involved involved
        ? AttributeObject.Of(
            ("delegation", involved.Delegation is DelegationFacts.Lent lent
                ? AttributeObject.Of(
                    ("actions", AttributeObject.Texts(lent.Delegation.Actions)),
                    ("agent", AttributeObject.Text(lent.Delegation.Agent.Value)),
                    ("expires_at", AttributeObject.Text(Rfc3339.Format(lent.Delegation.ExpiresAt))),
                    ("resources", DelegationContracts.PrintPatterns(lent.Delegation.Resources)),
                    ("version", AttributeObject.Number(lent.Delegation.Version)))
                : AttributeValue.Null),
            ("entitlements", AttributeObject.Number(involved.Entitlements.Version)),
            ("person", Print(involved.Person)))
        : AttributeValue.Null;

    private static AttributeValue.Map Print(Person person) => person == Person.Unseen(person.Id)
        ? AttributeObject.Of(("id", AttributeObject.Text(person.Id.Value)))
        : AttributeObject.Of(
            ("confirmed_at", AttributeObject.Text(Rfc3339.Format(person.ConfirmedAt))),
            ("id", AttributeObject.Text(person.Id.Value)),
            ("since", AttributeObject.Text(Rfc3339.Format(person.Since))),
            ("source", AttributeObject.Text(WireName.Of(person.Source))),
            ("standing", AttributeObject.Text(WireName.Of(person.Standing))));

    private static AttributeValue.Map Print(Tenant tenant) => AttributeObject.Of(
        ("delegator_needs_entitlements", new AttributeValue.Flag(tenant.DelegatorNeedsEntitlements)),
        ("deputy_grace_days", AttributeObject.Number(tenant.DeputyGraceDays)),
        ("directory_max_age_minutes", AttributeObject.Number(tenant.DirectoryMaxAgeMinutes)),
        ("switch", AttributeObject.Text(WireName.Of(tenant.Switch))));
}
