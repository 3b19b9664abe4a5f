namespace AgentFunctions.Domain.Conditions;

internal enum DatumKind
{
    Missing,
    Null,
    Flag,
    Number,
    Text,
    Instant,
    List,
    Map,
}
