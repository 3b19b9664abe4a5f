namespace AgentFunctions.Domain.Directory;

/// <summary>What is known of a person.</summary>
public enum Standing
{
    /// <summary>Never seen. Not living.</summary>
    Unknown = 0,
    Left = 1,
    Living = 2,
}
