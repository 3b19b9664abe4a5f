namespace AgentFunctions.Domain.Principals.Matching;

/// <summary>The parts of a compiled set while one is made from another.</summary>
internal struct EntitlementEdit(HashTree<CompiledRule> rules, RuleIndex index, HashTree<PathCount> paths, int count, long bytes)
{
    public HashTree<CompiledRule> Rules { get; private set; } = rules;

    public RuleIndex Index { get; private set; } = index;

    public HashTree<PathCount> Paths { get; private set; } = paths;

    public int Count { get; private set; } = count;

    public long Bytes { get; private set; } = bytes;

    /// <exception cref="ArgumentException">There is one of that id.</exception>
    public void Add(Entitlement entitlement)
    {
        if (Rules.TryFind(entitlement.Id, HashLeaf.HashOf(entitlement.Id), out _))
        {
            throw new ArgumentException($"the entitlement `{entitlement.Id}` appears twice", nameof(entitlement));
        }

        var rule = new CompiledRule(entitlement);
        Rules = Rules.Update(rule.Key, _ => rule);
        Index = Index.With(rule);
        Paths = PathCount.Change(Paths, entitlement, by: 1);
        Count++;
        Bytes += MemoryEstimate.Of(entitlement);
    }

    /// <summary>Removes the one of that id, if there is one.</summary>
    public void Remove(string id)
    {
        if (!Rules.TryFind(id, HashLeaf.HashOf(id), out var rule))
        {
            return;
        }

        Rules = Rules.Update(id, _ => null);
        Index = Index.Without(rule);
        Paths = PathCount.Change(Paths, rule.Entitlement, by: -1);
        Count--;
        Bytes -= MemoryEstimate.Of(rule.Entitlement);
    }
}
