namespace AgentFunctions.Tests.Hosting.Storage;

/// <summary>How a write to storage is broken: see <see cref="WriteFaults"/>.</summary>
public enum Break
{
    /// <summary>The request is not sent.</summary>
    Before,

    /// <summary>The request is done, its answer lost.</summary>
    After,

    /// <summary>The process dies before this request: no later one is sent either.</summary>
    Dead,

    /// <summary>The process dies after this request was done.</summary>
    DeadAfterwards,
}
