using AgentFunctions.Domain.Agents;
using AgentFunctions.Domain.Attributes;
using AgentFunctions.Domain.Decisions;
using AgentFunctions.Domain.Directory;
using AgentFunctions.Domain.Principals;
using AgentFunctions.Domain.Resources;

namespace AgentFunctions.Domain.Tests.Builders;

/// <summary>The facts of a case that speak of agents, people and things.</summary>
internal static class PeopleJson
{
    public static ActorFacts Actor(AttributeMap json)
    {
        json.Only("id", "unregistered", "status", "owner", "deputy", "deputy_since", "purpose", "autonomy", "tolerance", "properties", "owner_facts", "deputy_facts");
        var id = json.Text("id", "payroll-bot");
        if (json.Flag("unregistered"))
        {
            return new ActorFacts.Unregistered(Given.Agent(id));
        }

        var (agent, owner, deputy) = Given.Actor(id);
        agent = agent with
        {
            Status = json.Word("status", AgentStatus.Active),
            Owner = PersonOrNobody(json.Text("owner", owner.Id.Value)),
            Deputy = PersonOrNobody(json.Text("deputy", deputy.Id.Value)),
            DeputySince = json.Time("deputy_since", agent.DeputySince),
            Purpose = json.Text("purpose", "payroll"),
            Autonomy = json.Word("autonomy", Autonomy.High),
            Tolerance = json.Word("tolerance", Sensitivity.Critical),
            Properties = json.Map("properties"),
        };
        return new ActorFacts.Registered(
            agent,
            PersonOf(json.Map("owner_facts"), agent.Owner.Value),
            PersonOf(json.Map("deputy_facts"), agent.Deputy.Value));
    }

    public static SubjectFacts Subject(AttributeMap json, AccessRequest request)
    {
        json.Only("properties", "person");
        return new SubjectFacts(json.Map("properties"), PersonOf(json.Map("person"), request.Subject.Id));
    }

    public static DelegatorFacts Delegator(AttributeMap facts, AccessRequest request)
    {
        var known = facts.TryGet("delegator", out var value);
        if (value is AttributeValue.Nothing || (!known && request.Delegator is DelegatorClaim.Nobody))
        {
            return DelegatorFacts.None;
        }

        var json = facts.Map("delegator").Only("person", "delegation", "entitlements");
        var lent = json.TryGet("delegation", out var delegation);
        return new DelegatorFacts.Involved(
            PersonOf(json.Map("person"), request.Subject.Id),
            lent && delegation is AttributeValue.Nothing ? DelegationFacts.None : Delegation(json.Map("delegation"), request),
            CompiledEntitlements.Compile(1, DecisionCase.Rules(json, "entitlements", [])));
    }

    public static ResourceFacts Resource(AttributeMap facts, AccessRequest request)
    {
        if (facts.TryGet("resource", out var value) && value is AttributeValue.Nothing)
        {
            return ResourceFacts.None;
        }

        var json = facts.Map("resource").Only("id", "sensitivity", "properties");
        return new ResourceFacts.Registered(new Resource
        {
            Id = new ResourceId(request.Resource.Type, json.Text("id", request.Resource.Id)),
            Sensitivity = json.Word("sensitivity", Sensitivity.Low),
            Properties = json.Map("properties"),
        });
    }

    private static DelegationFacts.Lent Delegation(AttributeMap json, AccessRequest request)
    {
        json.Only("delegator", "agent", "actions", "resources", "expires_at");
        var usual = Given.Delegation(request.Subject.Id, request.Actors.Count > 0 ? request.Actors[^1].Value : "payroll-bot");
        return new DelegationFacts.Lent(usual with
        {
            Delegator = Given.Person(json.Text("delegator", usual.Delegator.Value)),
            Agent = Given.Agent(json.Text("agent", usual.Agent.Value)),
            Actions = json.TryGet("actions", out _) ? json.Texts("actions") : usual.Actions,
            Resources = json.TryGet("resources", out _)
                ? [.. json.List("resources").Select(item => ((AttributeValue.Map)item).Members.Only("type", "id")).Select(item => new ResourcePattern(item.Text("type", "*"), item.Text("id", "*")))]
                : usual.Resources,
            ExpiresAt = json.Time("expires_at", usual.ExpiresAt),
        });
    }

    private static Person PersonOf(AttributeMap json, string id)
    {
        json.Only("id", "standing", "since", "source", "confirmed_at");
        var person = PersonOrNobody(json.Text("id", id));
        return new Person
        {
            Id = person,
            Standing = json.Word("standing", person.IsNobody ? Standing.Unknown : Standing.Living),
            Since = json.Time("since", Given.Now.AddYears(-1)),
            Source = json.Word("source", PersonSource.Manual),
            ConfirmedAt = json.Time("confirmed_at", Given.Now),
        };
    }

    private static PersonId PersonOrNobody(string id) => id.Length == 0 ? PersonId.Nobody : Given.Person(id);
}
