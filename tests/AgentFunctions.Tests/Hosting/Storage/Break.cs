namespace AgentFunctions.Tests.Hosting.Storage;

/// <summary>How a request to storage is broken.</summary>
public enum Break
{
    Nothing,

    /// <summary>The request is not sent.</summary>
    Before,

    /// <summary>The request is done, its answer lost.</summary>
    After,

    /// <summary>No answer, ever.</summary>
    Hang,

    /// <summary>The process dies before this request: no later one is sent either.</summary>
    Dead,

    /// <summary>The process dies after this request was done.</summary>
    DeadAfterwards,
}
