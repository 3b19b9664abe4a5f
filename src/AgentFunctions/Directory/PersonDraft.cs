using AgentFunctions.Domain.Directory;

namespace AgentFunctions.Directory;

/// <summary>What someone says of a person.</summary>
internal sealed record PersonDraft
{
    public required Standing Standing { get; init; }

    /// <summary><see cref="PersonId.Nobody"/> for none.</summary>
    public required PersonId Manager { get; init; }

    public required PersonSource Source { get; init; }

    /// <summary>Means nothing for <see cref="PersonSource.Manual"/>.</summary>
    public required DateTimeOffset ConfirmedAt { get; init; }

    /// <summary>The row with this written into it, at the next version.</summary>
    /// <param name="present">Null for a person of whom nothing was said.</param>
    public PersonRow ApplyTo(PersonRow? present, PersonId id, DateTimeOffset now)
    {
        var since = present is not null && present.Person.Standing == Standing ? present.Person.Since : now;
        var person = new Person
        {
            Id = id,
            Standing = Standing,
            Since = since,
            Source = Source,
            ConfirmedAt = Source == PersonSource.Directory ? ConfirmedAt : since,
            Manager = Manager,
        };
        return new(person, (present?.Version ?? 0) + 1);
    }
}
