using System.Text;
using AgentFunctions.Domain.Ledger;
using AgentFunctions.Ledger;
using AgentFunctions.Shared;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;

namespace AgentFunctions.Tests.Ledger;

public sealed class CheckpointTests(AzuriteFixture azurite)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Nothing_is_signed_while_nothing_changes_but_once_an_hour()
    {
        await using var ledger = new LedgerUnderTest(azurite);
        (await ledger.Checkpoint.RunAsync(Cancellation)).ShouldBeNull();
        _ = await ledger.CommitAsync();
        (await ledger.Checkpoint.RunAsync(Cancellation)).ShouldBe(1);
        (await ledger.Checkpoint.RunAsync(Cancellation)).ShouldBeNull();
        await using var later = ledger.Another(new LaterClock(TimeSpan.FromMinutes(61)));
        (await later.Checkpoint.RunAsync(Cancellation)).ShouldBe(2);
        (await ledger.VerifyAsync()).Break.ShouldBeNull();
    }

    [Fact]
    public async Task Two_processes_never_make_the_same_number()
    {
        await using var one = new LedgerUnderTest(azurite);
        await using var other = one.Another();
        for (var i = 0; i < 5; i++)
        {
            _ = await one.CommitAsync();
            await Task.WhenAll(one.Checkpoint.RunAsync(Cancellation), other.Checkpoint.RunAsync(Cancellation));
        }

        (await LinesAsync(one)).Count.ShouldBe(5);
        (await one.VerifyAsync()).Break.ShouldBeNull();
    }

    [Theory]
    [CombinatorialFaults]
    public async Task A_checkpoint_killed_at_any_step_is_finished_by_the_next(int step, bool done)
    {
        await using var ledger = new LedgerUnderTest(azurite);
        _ = await ledger.CommitAsync();
        (await ledger.Checkpoint.RunAsync(Cancellation)).ShouldBe(1);
        _ = await ledger.CommitAsync();
        await using var killed = ledger.Another();
        killed.Transport.Script = (number, _) => number < step ? null : number == step && done ? new Fault.LoseAnswer() : new Fault.Refuse();
        _ = await Record.ExceptionAsync(() => killed.Checkpoint.RunAsync(Cancellation));
        (await ledger.VerifyAsync()).Break.ShouldBeNull();
        _ = await ledger.CommitAsync();
        _ = await ledger.Checkpoint.RunAsync(Cancellation);
        (await ledger.VerifyAsync()).Break.ShouldBeNull();
        (await LinesAsync(ledger)).Count.ShouldBeInRange(2, 3);
    }

    [Fact]
    public async Task A_new_day_begins_a_new_blob()
    {
        await using var ledger = new LedgerUnderTest(azurite);
        _ = await ledger.CommitAsync();
        _ = await ledger.Checkpoint.RunAsync(Cancellation);
        await using var tomorrow = ledger.Another(new LaterClock(TimeSpan.FromDays(1)));
        (await tomorrow.Checkpoint.RunAsync(Cancellation)).ShouldBe(2);
        var blobs = await ledger.Storage.Checkpoints.GetBlobsAsync(new GetBlobsOptions(), Cancellation).ToListAsync(Cancellation);
        blobs.Count.ShouldBe(2);
        (await ledger.VerifyAsync()).Break.ShouldBeNull();
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 2)]
    [InlineData(2, 3)]
    public async Task A_checkpoint_that_is_gone_is_named(int line, long number)
    {
        await using var ledger = await WithCheckpointsAsync(5);
        await RewriteAsync(ledger, lines => lines.RemoveAt(line));
        (await ledger.VerifyAsync()).Break.ShouldBe(new LedgerBreak(0, number, BreakKind.CheckpointMissing));
    }

    [Fact]
    public async Task Checkpoints_gone_from_the_end_are_named()
    {
        await using var ledger = await WithCheckpointsAsync(5);
        await RewriteAsync(ledger, lines => lines.RemoveRange(2, 3));
        (await ledger.VerifyAsync()).Break.ShouldBe(new LedgerBreak(0, 3, BreakKind.CheckpointMissing));
        _ = await ledger.CommitAsync();
        _ = await ledger.Checkpoint.RunAsync(Cancellation);
        (await ledger.VerifyAsync()).Break.ShouldBe(new LedgerBreak(0, 3, BreakKind.CheckpointMissing));
    }

    [Fact]
    public async Task The_whole_log_gone_is_named()
    {
        await using var ledger = await WithCheckpointsAsync(3);
        await ledger.Storage.Checkpoints.DeleteAsync(cancellationToken: Cancellation);
        (await ledger.VerifyAsync()).Break.ShouldBe(new LedgerBreak(0, 1, BreakKind.CheckpointMissing));
    }

    [Fact]
    public async Task The_row_of_the_last_checkpoint_gone_is_named()
    {
        await using var ledger = await WithCheckpointsAsync(3);
        await ledger.Table.DeleteEntityAsync(LastCheckpoint.PartitionKey, LastCheckpoint.RowKey, cancellationToken: Cancellation);
        (await ledger.VerifyAsync()).Break.ShouldBe(new LedgerBreak(0, 3, BreakKind.CheckpointMissing));
    }

    [Theory]
    [InlineData("another key")]
    [InlineData("payload")]
    [InlineData("signature")]
    [InlineData("not a line")]
    public async Task A_forged_checkpoint_is_named(string how)
    {
        await using var ledger = await WithCheckpointsAsync(3);
        using var other = new CheckpointKeys(Microsoft.Extensions.Options.Options.Create(new LedgerOptions { CheckpointKeyPem = LedgerUnderTest.NewKey() }));
        await RewriteAsync(ledger, lines =>
        {
            var parts = lines[1].Split('.');
            lines[1] = how switch
            {
                "another key" => other.Sign(ledger.Keys.Open(lines[1]).ShouldNotBeNull()),
                "payload" => $"{parts[0]}.{lines[0].Split('.')[1]}.{parts[2]}",
                "signature" => $"{parts[0]}.{parts[1]}.{lines[0].Split('.')[2]}",
                _ => "x",
            };
        });
        (await ledger.VerifyAsync()).Break.ShouldBe(new LedgerBreak(0, 2, BreakKind.CheckpointForged));
    }

    [Fact]
    public async Task Checkpoints_of_an_earlier_key_are_accepted_while_it_is_configured()
    {
        await using var ledger = await WithCheckpointsAsync(2);
        using var old = System.Security.Cryptography.ECDsa.Create();
        old.ImportFromPem(LedgerUnderTest.CheckpointKey);
        await using var rotated = ledger.Another(configure: options =>
            (options.CheckpointKeyPem, options.PreviousCheckpointKeysPem) = (LedgerUnderTest.NewKey(), [old.ExportSubjectPublicKeyInfoPem()]));
        _ = await ledger.CommitAsync();
        (await rotated.Checkpoint.RunAsync(Cancellation)).ShouldBe(3);
        (await rotated.VerifyAsync()).Break.ShouldBeNull();
        (await ledger.VerifyAsync()).Break.ShouldBe(new LedgerBreak(0, 3, BreakKind.CheckpointForged));
    }

    private async Task<LedgerUnderTest> WithCheckpointsAsync(int count)
    {
        var ledger = new LedgerUnderTest(azurite);
        for (var i = 0; i < count; i++)
        {
            _ = await ledger.CommitAsync();
            _ = await ledger.Checkpoint.RunAsync(Cancellation);
        }

        return ledger;
    }

    private static async Task<List<string>> LinesAsync(LedgerUnderTest ledger)
    {
        List<string> lines = [];
        await foreach (var (_, line) in ledger.Log.LinesAsync(1, Cancellation))
            lines.Add(line);
        return lines;
    }

    private static async Task RewriteAsync(LedgerUnderTest ledger, Action<List<string>> change)
    {
        var name = (await ledger.Storage.Checkpoints.GetBlobsAsync(new GetBlobsOptions(), Cancellation).ToListAsync(Cancellation)).ShouldHaveSingleItem().Name;
        var lines = await LinesAsync(ledger);
        change(lines);
        var blob = ledger.Storage.Checkpoints.GetAppendBlobClient(name);
        await blob.DeleteAsync(cancellationToken: Cancellation);
        await blob.CreateAsync(cancellationToken: Cancellation);
        foreach (var line in lines)
        {
            using var bytes = new MemoryStream(Encoding.ASCII.GetBytes(line + "\n"));
            await blob.AppendBlockAsync(bytes, cancellationToken: Cancellation);
        }
    }
}
