using System.Diagnostics.CodeAnalysis;

namespace AgentFunctions.Domain.Attributes;

/// <summary>The members of a JSON object, in no order. A missing member and a member that is null are different.</summary>
public sealed class AttributeMap(IReadOnlyDictionary<string, AttributeValue> members)
{
    public static AttributeMap Empty { get; } = new(new Dictionary<string, AttributeValue>());

    public IReadOnlyDictionary<string, AttributeValue> Members { get; } = members;

    public bool TryGet(string name, [MaybeNullWhen(false)] out AttributeValue value) => Members.TryGetValue(name, out value);
}
