using System.Globalization;
using Azure.Data.Tables;

namespace AgentFunctions.LoadBench;

/// <summary>
/// What the plain SDK does against the same storage: the rows of one decision, read in parallel and by nobody else,
/// then one insert of an entry's size.
/// </summary>
internal sealed class Floor(TableServiceClient service)
{
    /// <summary>Of the text that is inserted, in characters: a decision's entry has about as many.</summary>
    private const int EntryLength = 2_048;

    private readonly string entry = new('e', EntryLength);
    private readonly TableClient ledger = service.GetTableClient("Floor");
    private long sequence;

    public Task CreateAsync() => ledger.CreateIfNotExistsAsync();

    /// <param name="spread">Over the rows of how many agents.</param>
    public async Task<Measured> RunAsync(int loops, int spread, TimeSpan length)
    {
        var run = Guid.CreateVersion7().ToString("N");
        return await ClosedLoops.RunAsync(loops, length, int.MaxValue, async (loop, turn) =>
        {
            var rows = Company.RowsOf(((loop * 7_919) + (turn * 31)) % spread);
            _ = await Task.WhenAll(rows.Select(row => service.GetTableClient(row.Table).GetEntityAsync<TableEntity>(row.Partition, row.Row)));
            var key = Interlocked.Increment(ref sequence).ToString("x11", CultureInfo.InvariantCulture);
            using var answer = await ledger.AddEntityAsync(new TableEntity(run, key) { ["Body"] = entry });
            return !answer.IsError;
        });
    }
}
