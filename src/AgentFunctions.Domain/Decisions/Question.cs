using System.Diagnostics.CodeAnalysis;
using AgentFunctions.Domain.Conditions;
using AgentFunctions.Domain.Principals.Matching;

namespace AgentFunctions.Domain.Decisions;

/// <summary>A request with its facts and the time, as the factors look at it.</summary>
internal readonly ref struct Question
{
    public Question(AccessRequest request, AccessFacts facts, DateTimeOffset now)
    {
        (Request, Facts, Now) = (request, facts, now);
        Source = new AttributeSource(request, facts, now);
        Key = new RequestKey(request);
        Purpose = TryGetRegistered(0, out var acting) ? acting.Agent.Purpose : string.Empty;
    }

    public AccessRequest Request { get; }

    public AccessFacts Facts { get; }

    public DateTimeOffset Now { get; }

    public AttributeSource Source { get; }

    public RequestKey Key { get; }

    /// <summary>The acting agent's; empty where none acts or it is not registered.</summary>
    public string Purpose { get; }

    /// <summary>How many agents both the request and the facts speak of.</summary>
    public int ChainLength => Math.Min(Request.Actors.Count, Facts.Actors.Count);

    /// <summary>What is registered of the agent at this place of the chain; false as well where the facts are another agent's.</summary>
    public bool TryGetRegistered(int index, [NotNullWhen(true)] out ActorFacts.Registered? registered)
    {
        registered = index < ChainLength
            && Facts.Actors[index] is ActorFacts.Registered known
            && known.Agent.Id.Value == Request.Actors[index].Value
                ? known
                : null;
        return registered is not null;
    }
}
