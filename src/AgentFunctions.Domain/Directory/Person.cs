namespace AgentFunctions.Domain.Directory;

/// <summary>A person's standing, as their row says.</summary>
public sealed record Person
{
    public required PersonId Id { get; init; }

    public required Standing Standing { get; init; }

    /// <summary>When the standing became what it is.</summary>
    public required DateTimeOffset Since { get; init; }

    public PersonSource Source { get; init; } = PersonSource.Manual;

    /// <summary>When the source last confirmed it. Means nothing for <see cref="PersonSource.Manual"/>.</summary>
    public required DateTimeOffset ConfirmedAt { get; init; }

    public PersonId Manager { get; init; } = PersonId.Nobody;

    /// <summary>The person of whom nothing is known.</summary>
    public static Person Unseen(PersonId id) => new()
    {
        Id = id,
        Standing = Standing.Unknown,
        Since = DateTimeOffset.MinValue,
        ConfirmedAt = DateTimeOffset.MinValue,
    };
}
