namespace AgentFunctions.Domain.Principals.Matching;

internal static class HashVisit
{
    /// <summary>Shows every leaf under the slot to the visitor, without allocation.</summary>
    public static void Visit<TVisitor>(HashSlot slot, ref TVisitor visitor)
        where TVisitor : ILeafVisitor, allows ref struct
    {
        switch (slot)
        {
            case HashBranch branch:
                branch.Visit(ref visitor);
                break;
            case HashCollision collision:
                foreach (var leaf in collision.Members)
                {
                    visitor.Visit(leaf);
                }

                break;
            case HashLeaf leaf:
                visitor.Visit(leaf);
                break;
        }
    }
}
