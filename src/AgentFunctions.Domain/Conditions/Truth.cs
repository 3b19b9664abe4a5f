namespace AgentFunctions.Domain.Conditions;

/// <summary>
/// Three-valued truth (Kleene's strong logic): `all` is the least of its parts, `any` the greatest, and `not` of
/// unknown stays unknown, so that what cannot be evaluated never becomes a yes by negation.
/// </summary>
internal enum Truth
{
    No = 0,
    Unknown = 1,
    Yes = 2,
}
