using Microsoft.Extensions.Options;

namespace AgentFunctions.LocalCloud.Issuer;

/// <summary>The people of `LocalCloud:People`, or five of the history of computing.</summary>
internal sealed class KnownPeople(IOptions<LocalCloudOptions> options)
{
    private static readonly IReadOnlyList<Person> Default =
    [
        new("ada.lovelace", "Ada Lovelace", []),
        new("grace.hopper", "Grace Hopper", []),
        new("alan.turing", "Alan Turing", []),
        new("katherine.johnson", "Katherine Johnson", []),
        new("edsger.dijkstra", "Edsger Dijkstra", []),
    ];

    public IReadOnlyList<Person> All { get; } = options.Value.People is { Count: > 0 } people
        ? [.. people.Select(person => new Person(person.Id, person.Name ?? person.Id, person.Roles))]
        : Default;

    public Person? Find(string? id) => All.FirstOrDefault(person => person.Id == id);
}
