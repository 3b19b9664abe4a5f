namespace AgentFunctions.Domain.Principals.Matching;

internal interface ILeafVisitor
{
    void Visit(HashLeaf leaf);
}
