namespace AgentFunctions.Shared;

/// <summary>What becomes of one request to storage.</summary>
public abstract record Fault
{
    private Fault()
    {
    }

    /// <summary>No connection: certainly nothing was done.</summary>
    public sealed record Refuse : Fault;

    /// <summary>The connection breaks before storage saw the request; the caller cannot know that.</summary>
    public sealed record Break : Fault;

    /// <summary>An answer that storage never gave.</summary>
    public sealed record Status(int Code) : Fault;

    /// <summary>Storage does it, and answers what nobody can understand.</summary>
    public sealed record Garble : Fault;

    /// <summary>Nothing happens until the caller gives up.</summary>
    public sealed record Hang : Fault;

    /// <summary>Storage does it, the answer is lost.</summary>
    public sealed record LoseAnswer : Fault;

    /// <summary>The process dies before storage saw the request.</summary>
    public sealed record Die : Fault;

    /// <summary>Storage does it, and the process dies before it hears of it.</summary>
    public sealed record DieAfterwards : Fault;

    /// <summary>The network delivers it twice; the caller sees the second answer.</summary>
    public sealed record Double : Fault;

    /// <summary>The caller hears nothing; storage gets it when the task is done.</summary>
    public sealed record HoldBack(Task Until) : Fault;
}
