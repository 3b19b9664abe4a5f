namespace AgentFunctions.Domain.Principals;

/// <summary>What an entitlement says of a matching request. The default is the narrowest; the smaller value wins.</summary>
public enum Effect
{
    Deny = 0,
    Challenge = 1,
    Allow = 2,
}
