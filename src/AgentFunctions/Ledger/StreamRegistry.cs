using System.Security.Cryptography;
using System.Text;
using AgentFunctions.Domain.Ledger;
using AgentFunctions.Hosting.Storage;
using Azure.Data.Tables;

namespace AgentFunctions.Ledger;

/// <summary>
/// Stream 0: opening and sealing a stream are its entries. Many processes write it; who loses the race for its head
/// reads again. An entry, once composed for a sequence, stays the same whenever it is sent again, so a commit whose
/// answer was lost is recognised by its hash.
/// </summary>
internal sealed class StreamRegistry(LedgerStorage storage, TimeProvider clock)
{
    private const int Attempts = 32;
    private const int LongestPauseMilliseconds = 50;

    private static readonly string Partition = LedgerTable.Partition(LedgerTable.Registry);

    /// <summary>The head and the open streams; <see cref="RegistryRow.None"/> before the first stream.</summary>
    /// <exception cref="InvalidDataException">The row was edited.</exception>
    public async Task<RegistryRow> ReadAsync(CancellationToken cancellationToken)
    {
        var row = await storage.Table.GetEntityIfExistsAsync<TableEntity>(Partition, LedgerTable.HeadKey, null, cancellationToken);
        return row.HasValue
            ? RegistryRow.Read(row.Value!) ?? throw new InvalidDataException("the registry's head row is not readable")
            : RegistryRow.None;
    }

    /// <summary>Registers a new stream; its number is the sequence of the entry, its genesis the entry's hash.</summary>
    public async Task<LedgerEntry> OpenAsync(CancellationToken cancellationToken)
    {
        // Tells this opening from every other one, whatever the clocks say.
        var body = $$"""{"nonce":"{{RandomNumberGenerator.GetHexString(32, lowercase: true)}}"}""";
        var opened = await AppendAsync(EntryKind.StreamOpened, body, Opened, cancellationToken);
        return opened ?? throw new InvalidOperationException("too many streams are open");
    }

    /// <summary>Registers the end of a stream whose head is sealed; false when another registered it.</summary>
    public async Task<bool> SealAsync(uint stream, StreamHead final, CancellationToken cancellationToken) => await AppendAsync(
        EntryKind.StreamSealed,
        Encoding.UTF8.GetString(StreamSeal.Print(new StreamMark(stream, final))),
        (row, _) => row.Open.Contains(stream) ? [.. row.Open.Where(open => open != stream)] : null,
        cancellationToken) is not null;

    private static IReadOnlyList<uint>? Opened(RegistryRow row, long sequence) =>
        row.Open.Count < RegistryRow.MaxOpen ? [.. row.Open, checked((uint)sequence)] : null;

    // `open` gives the index as it is to be, or null when there is nothing to do.
    private async Task<LedgerEntry?> AppendAsync(
        EntryKind kind, string body, Func<RegistryRow, long, IReadOnlyList<uint>?> open, CancellationToken cancellationToken)
    {
        await storage.CreateAsync(cancellationToken);
        var now = clock.GetUtcNow();
        var bytes = Encoding.UTF8.GetBytes(body);
        var digest = EntryChain.Digest(bytes);
        LedgerEntry? tried = null;
        for (var attempt = 1; ; attempt++)
        {
            var row = await ReadAsync(cancellationToken);
            if (tried is not null && row.Head.Sequence >= tried.Id.Sequence && await IsThereAsync(tried, cancellationToken))
                return tried;
            var id = new EvaluationId(now.ToUnixTimeMilliseconds(), LedgerTable.Registry, row.Head.Sequence + 1);
            if (open(row, id.Sequence) is not { } index)
                return null;
            var hash = EntryChain.Hash(row.Head.Hash, id, kind, digest);
            tried = new LedgerEntry(id, kind, row.Head.Hash, bytes, hash);
            TableTransactionAction[] actions =
            [
                new(TableTransactionActionType.Add, LedgerTable.EntryRow(Partition, id, kind, body, row.Head, hash)),
                (row with { Head = new StreamHead(id.Sequence, hash), Open = index }).ToAction(now),
            ];
            try
            {
                _ = await storage.Once.SubmitTransactionAsync(actions, cancellationToken);
                return tried;
            }
            catch (Exception fault) when (attempt < Attempts
                && !cancellationToken.IsCancellationRequested && !StorageFault.SaysNothingWasDone(fault))
            {
                // Taken by another, or unknown: the head and the entry tell on the next round.
                var pause = TimeSpan.FromMilliseconds(RandomNumberGenerator.GetInt32(LongestPauseMilliseconds));
                await Task.Delay(pause, clock, cancellationToken);
            }
        }
    }

    private async Task<bool> IsThereAsync(LedgerEntry entry, CancellationToken cancellationToken)
    {
        var row = await storage.Table.GetEntityIfExistsAsync<TableEntity>(
            Partition, LedgerTable.Row(entry.Id.Sequence), null, cancellationToken);
        return row.HasValue && LedgerTable.ReadEntry(row.Value!) is { } there && there.Hash == entry.Hash;
    }
}
