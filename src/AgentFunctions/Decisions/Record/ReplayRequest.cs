using AgentFunctions.Domain.Agents;
using AgentFunctions.Domain.Attributes;
using AgentFunctions.Domain.Decisions;
using AgentFunctions.Domain.Directory;
using AgentFunctions.Domain.Principals;
using AgentFunctions.Domain.Resources;

namespace AgentFunctions.Decisions.Record;

/// <summary>Makes the request of an entry again, with exactly the attributes that were read (<see cref="ReplayValues"/>).</summary>
internal static class ReplayRequest
{
    public static AccessRequest Read(JsonCursor entry, ReplayValues values)
    {
        var request = entry.Member("request");
        var subject = request.Member("subject");
        var resource = request.Member("resource");
        var id = new PrincipalId(subject.Member("type").Text(), subject.Member("id").Text());
        return new AccessRequest
        {
            Caller = entry.Member("caller").Member("client").Text(),
            Subject = id,
            SubjectProperties = values.SubjectProperties,
            Actors = [.. request.Member("actors").All().Select(Agent)],
            Delegator = DelegatorOf(request.Member("delegator"), id),
            Action = request.Member("action").Member("name").Text(),
            ActionProperties = values.ActionProperties,
            Resource = new ResourceId(resource.Member("type").Text(), resource.Member("id").Text()),
            ResourceProperties = values.ResourceProperties,
            Context = values.Context,
            Route = [.. request.Member("route").All().Select(hop => new RouteHop(hop.Member("id").Text(), hop.Member("verified").Flag()))],
        };
    }

    public static AgentId Agent(JsonCursor json) => AgentId.TryParse(json.Text(), out var agent) ? agent : json.Refuse(agent, "must name an agent");

    // The delegator is the subject (WhoActs).
    private static DelegatorClaim DelegatorOf(JsonCursor json, PrincipalId subject)
    {
        _ = PersonId.TryParse(subject.Id, out var person);
        return json.Text() switch
        {
            DelegatorNames.Verified => new DelegatorClaim.Verified(person),
            DelegatorNames.Asserted => new DelegatorClaim.Asserted(person),
            DelegatorNames.None => DelegatorClaim.None,
            _ => json.Refuse(DelegatorClaim.None, "must be verified, asserted or none"),
        };
    }
}
