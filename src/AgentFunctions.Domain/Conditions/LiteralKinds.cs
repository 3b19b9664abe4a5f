namespace AgentFunctions.Domain.Conditions;

/// <summary>Types of literals, to say which ones an operator admits. Flag stands for null as well.</summary>
[Flags]
internal enum LiteralKinds
{
    Text = 1,
    Number = 2,
    Flag = 4,
    List = 8,
    Ordered = Text | Number,
    Scalar = Ordered | Flag,
    Any = Scalar | List,
}
