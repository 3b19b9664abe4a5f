using System.Diagnostics.CodeAnalysis;

namespace AgentFunctions.Domain.Conditions;

/// <summary>An attribute path, resolved once: where to begin, and the members to go through.</summary>
internal sealed class CompiledPath
{
    private CompiledPath(AttributeRoot root, string[] members) => (Root, Members) = (root, members);

    public AttributeRoot Root { get; }

    public string[] Members { get; }

    /// <summary>False for a path that no request can ever have.</summary>
    public static bool TryResolve(AttributePath path, [NotNullWhen(true)] out CompiledPath? resolved)
    {
        resolved = path.Segments switch
        {
            ["subject", "type"] => new CompiledPath(AttributeRoot.SubjectType, []),
            ["subject", "id"] => new CompiledPath(AttributeRoot.SubjectId, []),
            ["subject", "properties", _, ..] => Properties(AttributeRoot.SubjectProperties, path),
            ["actor", "type"] => new CompiledPath(AttributeRoot.ActorType, []),
            ["actor", "id"] => new CompiledPath(AttributeRoot.ActorId, []),
            ["actor", "properties", _, ..] => Properties(AttributeRoot.ActorProperties, path),
            ["action", "name"] => new CompiledPath(AttributeRoot.ActionName, []),
            ["action", "properties", _, ..] => Properties(AttributeRoot.ActionProperties, path),
            ["resource", "type"] => new CompiledPath(AttributeRoot.ResourceType, []),
            ["resource", "id"] => new CompiledPath(AttributeRoot.ResourceId, []),
            ["resource", "properties", _, ..] => Properties(AttributeRoot.ResourceProperties, path),
            ["context", "route"] => new CompiledPath(AttributeRoot.Route, []),
            ["context", "route", ..] => null,
            ["context", _, ..] => new CompiledPath(AttributeRoot.Context, [.. path.Segments.Skip(1)]),
            ["time"] => new CompiledPath(AttributeRoot.Time, []),
            _ => null,
        };
        return resolved is not null;
    }

    private static CompiledPath Properties(AttributeRoot root, AttributePath path) => new(root, [.. path.Segments.Skip(2)]);
}
