using AgentFunctions.Domain.Attributes;
using AgentFunctions.Domain.Decisions;
using AgentFunctions.Domain.Principals;

namespace AgentFunctions.Domain.Conditions;

/// <summary>
/// The attributes of one request as conditions see them: what is registered of the subject, the acting agent and the
/// resource wins over what the request claims, member by member.
/// </summary>
internal readonly ref struct AttributeSource
{
    private readonly AccessRequest request;
    private readonly DateTimeOffset now;
    private readonly AttributeMap registeredActor;
    private readonly AttributeMap registeredSubject;
    private readonly AttributeMap registeredResource;
    private readonly bool seesVerifiedHopsOnly;

    public AttributeSource(AccessRequest request, AccessFacts facts, DateTimeOffset now)
    {
        this.request = request;
        this.now = now;
        registeredActor = facts.Actors.Count > 0 && facts.Actors[0] is ActorFacts.Registered acting ? acting.Agent.Properties : AttributeMap.Empty;
        registeredSubject = IsActingAgent(request) ? registeredActor : facts.Subject.Properties;
        registeredResource = facts.Resource is ResourceFacts.Registered known ? known.Resource.Properties : AttributeMap.Empty;
    }

    private AttributeSource(AttributeSource other, bool seesVerifiedHopsOnly)
    {
        this = other;
        this.seesVerifiedHopsOnly = seesVerifiedHopsOnly;
    }

    public DateTimeOffset Now => now;

    /// <summary>For an Allow: a hop that only the request speaks of must not open anything.</summary>
    public AttributeSource WithVerifiedHopsOnly() => new(this, seesVerifiedHopsOnly: true);

    public Datum Read(CompiledPath path) => path.Root switch
    {
        AttributeRoot.SubjectType => Datum.OfText(request.Subject.Type),
        AttributeRoot.SubjectId => Datum.OfText(request.Subject.Id),
        AttributeRoot.SubjectProperties => Read(registeredSubject, request.SubjectProperties, path.Members),
        AttributeRoot.ActorType => request.Actors.Count > 0 ? Datum.OfText(PrincipalId.AgentType) : Datum.Missing,
        AttributeRoot.ActorId => request.Actors.Count > 0 ? Datum.OfText(request.Actors[0].Value) : Datum.Missing,
        AttributeRoot.ActorProperties => Read(registeredActor, AttributeMap.Empty, path.Members),
        AttributeRoot.ActionName => Datum.OfText(request.Action),
        AttributeRoot.ActionProperties => Read(request.ActionProperties, AttributeMap.Empty, path.Members),
        AttributeRoot.ResourceType => Datum.OfText(request.Resource.Type),
        AttributeRoot.ResourceId => Datum.OfText(request.Resource.Id),
        AttributeRoot.ResourceProperties => Read(registeredResource, request.ResourceProperties, path.Members),
        AttributeRoot.Context => Read(request.Context, AttributeMap.Empty, path.Members),
        AttributeRoot.Route => Datum.OfRoute(request.Route, seesVerifiedHopsOnly),
        _ => Datum.OfInstant(now),
    };

    private static bool IsActingAgent(AccessRequest request) =>
        request.Actors.Count > 0 && request.Subject.IsAgent && request.Subject.Id == request.Actors[0].Value;

    private static Datum Read(AttributeMap registered, AttributeMap claimed, ReadOnlySpan<string> members)
    {
        if (!registered.TryGet(members[0], out var value) && !claimed.TryGet(members[0], out value))
        {
            return Datum.Missing;
        }

        foreach (var member in members[1..])
        {
            if (value is not AttributeValue.Map map || !map.Members.TryGet(member, out value))
            {
                return Datum.Missing;
            }
        }

        return Datum.Of(value);
    }
}
