using System.Diagnostics.CodeAnalysis;
using AgentFunctions.Domain.Directory;
using AgentFunctions.Hosting;
using AgentFunctions.Hosting.Storage;
using AgentFunctions.Ledger.Changes;
using AgentFunctions.Principals;
using Azure.Data.Tables;

namespace AgentFunctions.Directory;

/// <summary>One partition a person: their one row, and the changes that were applied to it.</summary>
internal static class PersonTable
{
    public const string Table = TableNames.People;
    public const string RowKey = "person";

    private const string VersionColumn = nameof(PersonRow.Version);

    public static string PartitionOf(PersonId id) => TableKey.Of(id.Value);

    /// <exception cref="InvalidDataException">The row is not one that the app writes: what it says is not guessed.</exception>
    public static PersonRow Read(TableEntity row)
    {
        var person = new Person
        {
            Id = row.ReadPerson(nameof(Person.Id)),
            Standing = row.ReadName<Standing>(nameof(Person.Standing)),
            Since = row.ReadTime(nameof(Person.Since)),
            Source = row.ReadName<PersonSource>(nameof(Person.Source)),
            ConfirmedAt = row.ReadTime(nameof(Person.ConfirmedAt)),
            Manager = row.ReadPerson(nameof(Person.Manager)),
        };
        return person.Id.IsNobody ? throw RowColumns.Strange(nameof(Person.Id)) : new(person, row.ReadVersion(VersionColumn));
    }

    [return: NotNullIfNotNull(nameof(row))]
    public static DocumentState? StateOf(PersonRow? row) => row is null ? null : new(PersonContracts.Print(row), row.Version);

    /// <summary>As the ledger names them.</summary>
    public static ChangeTarget TargetOf(PersonId id) => new("person", new Dictionary<string, string>(StringComparer.Ordinal) { ["id"] = id.Value });

    public static TableEntity Write(PersonRow row) => new(PartitionOf(row.Person.Id), RowKey)
    {
        [nameof(Person.Id)] = row.Person.Id.Value,
        [nameof(Person.Standing)] = WireName.Of(row.Person.Standing),
        [nameof(Person.Since)] = row.Person.Since,
        [nameof(Person.Source)] = WireName.Of(row.Person.Source),
        [nameof(Person.ConfirmedAt)] = row.Person.ConfirmedAt,
        [nameof(Person.Manager)] = row.Person.Manager.Value,
        [VersionColumn] = row.Version,
    };
}
