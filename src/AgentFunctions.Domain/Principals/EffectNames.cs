namespace AgentFunctions.Domain.Principals;

/// <summary>The effects' names on the wire.</summary>
public static class EffectNames
{
    public static string Of(Effect effect) => effect switch
    {
        Effect.Allow => "allow",
        Effect.Challenge => "challenge",
        _ => "deny",
    };

    /// <summary>What cannot be parsed comes out as deny.</summary>
    public static bool TryParse(string? name, out Effect effect)
    {
        effect = name switch
        {
            "allow" => Effect.Allow,
            "challenge" => Effect.Challenge,
            _ => Effect.Deny,
        };
        return effect != Effect.Deny || name == "deny";
    }
}
