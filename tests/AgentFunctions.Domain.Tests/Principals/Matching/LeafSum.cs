using AgentFunctions.Domain.Principals.Matching;

namespace AgentFunctions.Domain.Tests.Principals.Matching;

internal struct LeafSum : ILeafVisitor
{
    public int Sum { get; private set; }

    public void Visit(HashLeaf leaf) => Sum += ((Leaf)leaf).Value;
}
