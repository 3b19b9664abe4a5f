namespace AgentFunctions.Soak;

/// <summary>What the network does with one request to storage.</summary>
internal abstract record Treatment
{
    private Treatment()
    {
    }

    /// <summary>Storage gets it when the task is done, whether the caller still waits or not.</summary>
    internal sealed record HoldBack(Task Until) : Treatment;

    /// <summary>Storage does it, the connection breaks before its answer.</summary>
    internal sealed record LoseAnswer : Treatment;

    /// <summary>It arrives twice; the caller hears the second answer.</summary>
    internal sealed record Repeat : Treatment;

    /// <summary>The connection breaks before storage got it.</summary>
    internal sealed record Break : Treatment;
}
