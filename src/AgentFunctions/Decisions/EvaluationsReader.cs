using AgentFunctions.Domain.Attributes;
using AgentFunctions.Hosting;

namespace AgentFunctions.Decisions;

/// <summary>Understands several evaluations in one request (AuthZEN 1.0 section 7.1).</summary>
internal static class EvaluationsReader
{
    /// <summary>Evaluations in one request.</summary>
    public const int MaxItems = 100;

    private const string Items = "evaluations";

    // What an evaluation leaves out comes from the request; what it names it replaces whole.
    private static readonly string[] Defaults = ["subject", "action", "resource", "context"];

    /// <summary>Without a list, or with an empty one, the request is one evaluation: no items.</summary>
    public static JsonParse<Evaluations> Read(AttributeValue body)
    {
        var root = new JsonCursor(body);
        var semantic = ReadSemantic(root);
        return root.Result(new Evaluations(semantic, root.TryMember(Items, out var items)
            ? [.. items.Items(0, MaxItems).Select(item => Merge(root.Map, item))]
            : []));
    }

    private static EvaluationsSemantic ReadSemantic(JsonCursor root)
    {
        if (!root.TryMember("options", out var options) || !options.TryMember("evaluations_semantic", out var named))
        {
            return EvaluationsSemantic.ExecuteAll;
        }

        return named.Value is AttributeValue.Text text && WireName.TryParse<EvaluationsSemantic>(text.Value, out var semantic)
            ? semantic
            : named.Refuse(EvaluationsSemantic.ExecuteAll, $"must be one of {string.Join(", ", WireName.All<EvaluationsSemantic>())}");
    }

    private static AttributeValue.Map Merge(AttributeMap defaults, JsonCursor item)
    {
        var members = new Dictionary<string, AttributeValue>(item.Map.Members, StringComparer.Ordinal);
        foreach (var name in Defaults)
        {
            if (defaults.TryGet(name, out var value))
            {
                _ = members.TryAdd(name, value);
            }
        }

        return new AttributeValue.Map(new AttributeMap(members));
    }
}
