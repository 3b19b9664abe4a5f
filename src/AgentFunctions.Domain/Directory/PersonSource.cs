namespace AgentFunctions.Domain.Directory;

/// <summary>Who says so. What a directory says goes stale; what an administrator wrote does not.</summary>
public enum PersonSource
{
    Manual,
    Directory,
}
