using AgentFunctions.Domain.Directory;
using AgentFunctions.Hosting;
using AgentFunctions.Hosting.Storage;
using Azure.Data.Tables;

namespace AgentFunctions.Directory;

/// <summary>Reads what is registered of one person, fresh.</summary>
internal sealed class FindPerson(Tables tables)
{
    private readonly TableClient table = tables[PersonTable.Table];

    /// <summary>Null for a person of whom nothing was ever said.</summary>
    public async Task<PersonRow?> RunAsync(PersonId id, CancellationToken cancellationToken)
    {
        var found = await table.GetEntityIfExistsAsync<TableEntity>(
            PersonTable.PartitionOf(id), PersonTable.RowKey, cancellationToken: cancellationToken);
        return found is { HasValue: true, Value: { } row } ? PersonTable.Read(row) : null;
    }

    /// <summary>Why nobody may rely on this person now; null when they are known to be living.</summary>
    /// <param name="role">What they are to be: `owner`, for one.</param>
    public async Task<Problem?> RefuseUnlessLivingAsync(PersonId id, string role, CancellationToken cancellationToken) =>
        await RunAsync(id, cancellationToken) is { Person.Standing: Standing.Living }
            ? null
            : new Problem(ProblemCode.PersonNotLiving, $"the {role} is not known to be living");
}
