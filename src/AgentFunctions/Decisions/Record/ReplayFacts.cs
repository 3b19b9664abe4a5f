using AgentFunctions.Domain.Agents;
using AgentFunctions.Domain.Attributes;
using AgentFunctions.Domain.Decisions;
using AgentFunctions.Domain.Delegations;
using AgentFunctions.Domain.Directory;
using AgentFunctions.Domain.Guardrails;
using AgentFunctions.Domain.Principals;
using AgentFunctions.Domain.Resources;
using AgentFunctions.Hosting;

namespace AgentFunctions.Decisions.Record;

/// <summary>Makes the facts of an entry again. The sets of rules are empty ones at the recorded versions: they are to be loaded.</summary>
internal static class ReplayFacts
{
    public static AccessFacts Read(JsonCursor entry, AccessRequest request, ReplayValues values)
    {
        var facts = entry.Member("facts");
        var isSubject = request.Actors.Count > 0 && request.Subject == request.Actors[0].Principal;
        var guardrails = facts.Member("guardrails").Number();
        return new AccessFacts
        {
            Tenant = ReadTenant(facts.Member("tenant"), guardrails),
            Guardrails = AtVersion(guardrails),
            Actors =
            [
                .. facts.Member("actors").All().Select((actor, index) =>
                    ReadActor(actor, index == 0 ? values.ActorProperties(isSubject) : AttributeMap.Empty)),
            ],
            Subject = new SubjectFacts(AttributeMap.Empty, facts.Member("subject").PersonFacts()),
            Entitlements = AtVersion(facts.Member("entitlements").Member("version").Number()),
            Delegator = facts.TryKnown("delegator", out var delegator) ? ReadDelegator(delegator, request) : DelegatorFacts.None,
            Resource = facts.TryKnown("resource", out var resource)
                ? new ResourceFacts.Registered(new Resource { Id = request.Resource, Sensitivity = resource.Member("sensitivity").NameOf<Sensitivity>() })
                : ResourceFacts.None,
        };
    }

    private static CompiledEntitlements AtVersion(long version) => CompiledEntitlements.Compile(version, []);

    private static Tenant ReadTenant(JsonCursor tenant, long guardrails) => new()
    {
        Switch = tenant.Member("switch").NameOf<TenantSwitch>(),
        GuardrailsVersion = guardrails,
        DelegatorNeedsEntitlements = tenant.Member("delegator_needs_entitlements").Flag(),
        DeputyGraceDays = (int)tenant.Member("deputy_grace_days").Number(),
        DirectoryMaxAgeMinutes = (int)tenant.Member("directory_max_age_minutes").Number(),
    };

    private static ActorFacts ReadActor(JsonCursor actor, AttributeMap properties)
    {
        var id = ReplayRequest.Agent(actor.Member("id"));
        if (!actor.TryMember("status", out var status))
        {
            return new ActorFacts.Unregistered(id);
        }

        var (owner, deputy) = (actor.Member("owner").PersonFacts(), actor.Member("deputy").PersonFacts());
        return new ActorFacts.Registered(
            new Agent
            {
                Id = id,
                Status = status.NameOf<AgentStatus>(),
                Owner = owner.Id,
                Deputy = deputy.Id,
                DeputySince = actor.Member("deputy_since").Time(),
                Purpose = actor.Member("purpose").Text(),
                Autonomy = actor.Member("autonomy").NameOf<Autonomy>(),
                Tolerance = actor.Member("tolerance").NameOf<Sensitivity>(),
                Properties = properties,
            },
            owner,
            deputy);
    }

    private static DelegatorFacts.Involved ReadDelegator(JsonCursor delegator, AccessRequest request) => new(
        delegator.Member("person").PersonFacts(),
        delegator.TryKnown("delegation", out var delegation) ? new DelegationFacts.Lent(ReadDelegation(delegation, request)) : DelegationFacts.None,
        AtVersion(delegator.Member("entitlements").Number()));

    private static Delegation ReadDelegation(JsonCursor delegation, AccessRequest request)
    {
        _ = PersonId.TryParse(request.Subject.Id, out var person);
        return new Delegation
        {
            Delegator = person,
            Agent = ReplayRequest.Agent(delegation.Member("agent")),
            Version = delegation.Member("version").Number(),
            Actions = [.. delegation.Member("actions").All().Select(action => action.Text())],
            Resources = [.. delegation.Member("resources").All().Select(ResourcePatternJson.Read)],
            ExpiresAt = delegation.Member("expires_at").Time(),
        };
    }
}
