using AgentFunctions.Domain.Agents;
using AgentFunctions.Domain.Attributes;
using AgentFunctions.Domain.Principals;
using AgentFunctions.Domain.Resources;

namespace AgentFunctions.Decisions;

/// <summary>Understands one evaluation (AuthZEN 1.0 section 6.1). Unknown members are ignored, known ones are checked whole.</summary>
internal static class EvaluationReader
{
    /// <summary>Agents in one chain.</summary>
    public const int MaxActors = 8;

    /// <summary>Hops in one route.</summary>
    public const int MaxHops = 16;

    private const int MaxActionLength = 128;

    public static JsonParse<Evaluation> Read(AttributeValue body)
    {
        var root = new JsonCursor(body);
        var subject = root.Member("subject");
        var action = root.Member("action");
        var resource = root.Member("resource");
        var context = MapOf(root, "context");
        var subjectProperties = MapOf(subject, "properties");
        return root.Result(new Evaluation
        {
            Subject = new PrincipalId(NameOf(subject, "type", Name.MaxTypeLength), NameOf(subject, "id", Name.MaxIdLength)),
            SubjectProperties = subjectProperties.Map.Without("act"),
            Act = ReadAct(subjectProperties, context),
            Action = NameOf(action, "name", MaxActionLength),
            ActionProperties = MapOf(action, "properties").Map,
            Resource = new ResourceId(NameOf(resource, "type", Name.MaxTypeLength), NameOf(resource, "id", Name.MaxIdLength)),
            ResourceProperties = MapOf(resource, "properties").Map,
            Context = context.Map.Without("route", "agent"),
            Route = ReadRoute(context),
        });
    }

    private static string NameOf(JsonCursor parent, string member, int maxLength) => parent.Member(member).PrintableText(maxLength);

    private static JsonCursor MapOf(JsonCursor parent, string member)
    {
        if (!parent.TryMember(member, out var found))
        {
            return new JsonCursor(new AttributeValue.Map(AttributeMap.Empty));
        }

        _ = found.Map; // Refuses everything but an object.
        return found;
    }

    private static List<AgentId> ReadAct(JsonCursor subjectProperties, JsonCursor context)
    {
        var chain = new List<AgentId>();
        for (var found = subjectProperties.TryMember("act", out var act); found; found = act!.TryMember("act", out act)) // Found means not null.
        {
            if (chain.Count == MaxActors)
            {
                return act!.Refuse(chain, $"must not nest more than {MaxActors} actors");
            }

            chain.Add(ReadActor(act!));
        }

        if (context.TryMember("agent", out var agent))
        {
            var named = ReadAgent(agent);
            if (chain.Count == 0)
            {
                chain.Add(named);
            }
            else if (named.Value != chain[0].Value)
            {
                _ = agent.Refuse(0, "must be the nearest actor where subject.properties.act names one");
            }
        }

        return chain;
    }

    // RFC 8693 says `sub`; AuthZEN entities say `type` and `id`.
    private static AgentId ReadActor(JsonCursor actor)
    {
        if (actor.TryMember("type", out var type) && type.Value is not AttributeValue.Text { Value: PrincipalId.AgentType })
        {
            _ = type.Refuse(0, $"must be `{PrincipalId.AgentType}`");
        }

        return ReadAgent(actor.TryMember("id", out var id) ? id : actor.Member("sub"));
    }

    private static AgentId ReadAgent(JsonCursor agent)
    {
        _ = AgentId.TryParse(agent.PrintableText(Name.MaxIdLength), out var id);
        return id;
    }

    private static IReadOnlyList<string> ReadRoute(JsonCursor context) => context.TryMember("route", out var route)
        ? [.. route.Items(0, MaxHops).Select(hop => hop.PrintableText(Name.MaxIdLength))]
        : [];
}
