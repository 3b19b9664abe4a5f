using AgentFunctions.Domain.Directory;
using AgentFunctions.Hosting;
using AgentFunctions.Hosting.Storage;
using AgentFunctions.Hosting.Storage.Versions;
using Azure.Data.Tables;
using Microsoft.AspNetCore.Http;

namespace AgentFunctions.Directory;

/// <summary>Reads what is registered of people: one, or a page of all.</summary>
internal sealed class ReadPeople(Tables tables, FindPerson people)
{
    public async Task<IResult> OneAsync(PersonId id, CancellationToken cancellationToken) =>
        PersonTable.StateOf(await people.RunAsync(id, cancellationToken)) is { } person
            ? DocumentAnswer.Ok(person.ToAnswer(), person.Version)
            : new Problem(ProblemCode.NotFound);

    public async Task<IResult> PageAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var parsed = PageRequest.Parse(request);
        return parsed is BodyOutcome<PageRequest>.Accepted { Value: var page }
            ? await TablePage.ReadAsync(
                tables[PersonTable.Table],
                TableClient.CreateQueryFilter($"RowKey eq {PersonTable.RowKey} and PartitionKey gt {page.From.After}"),
                page,
                "people",
                row => row.PartitionKey,
                row => PersonTable.StateOf(PersonTable.Read(row)).ToAnswer(),
                cancellationToken)
            : Refusal.Of(parsed);
    }
}
