using System.Globalization;
using System.Runtime.CompilerServices;
using Azure;
using Azure.Data.Tables;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;

namespace AgentFunctions.Ledger;

/// <summary>
/// Signed checkpoints, one a line, in append blobs: one a UTC day, named by the number of its first line, so that the
/// order of names is the order of numbers.
/// </summary>
internal sealed class CheckpointLog(LedgerStorage storage)
{
    private const int NumberLength = 12;
    private const string Day = "yyyy-MM-dd";

    /// <summary>The newest one, null before the first.</summary>
    /// <exception cref="InvalidDataException">The row was edited.</exception>
    public async Task<LastCheckpoint?> ReadLastAsync(CancellationToken cancellationToken)
    {
        var row = await storage.Table.GetEntityIfExistsAsync<TableEntity>(LastCheckpoint.PartitionKey, LastCheckpoint.RowKey, null, cancellationToken);
        return row.HasValue
            ? LastCheckpoint.Read(row.Value!) ?? throw new InvalidDataException("the row of the last checkpoint is not readable")
            : null;
    }

    /// <summary>Claims the number for this checkpoint; false when another process has it.</summary>
    public async Task<bool> TryClaimAsync(LastCheckpoint next, CancellationToken cancellationToken)
    {
        try
        {
            _ = next.ETag is { } expected
                ? await storage.Once.UpdateEntityAsync(next.ToRow(), expected, TableUpdateMode.Replace, cancellationToken)
                : await storage.Once.AddEntityAsync(next.ToRow(), cancellationToken);
            return true;
        }
        catch (RequestFailedException fault) when (fault.Status is 409 or 412)
        {
            return false;
        }
    }

    /// <summary>Brings the line to its blob, once, whoever does it; false when what was before it is gone.</summary>
    public async Task<bool> EnsureAsync(LastCheckpoint last, CancellationToken cancellationToken)
    {
        var blob = storage.Checkpoints.GetAppendBlobClient(last.Blob);
        if (last.Position == 0)
        {
            _ = await storage.Checkpoints.CreateIfNotExistsAsync(cancellationToken: cancellationToken);
            _ = await blob.CreateIfNotExistsAsync(cancellationToken: cancellationToken);
        }

        var length = await LengthAsync(blob, cancellationToken);
        if (length != last.Position)
            return length >= last.End;
        try
        {
            using var line = new MemoryStream([.. System.Text.Encoding.ASCII.GetBytes(last.Line), (byte)'\n']);
            var conditions = new AppendBlobRequestConditions { IfAppendPositionEqual = last.Position };
            _ = await blob.AppendBlockAsync(line, new AppendBlobAppendBlockOptions { Conditions = conditions }, cancellationToken);
            return true;
        }
        catch (RequestFailedException fault) when (fault.Status == 412)
        {
            return await LengthAsync(blob, cancellationToken) >= last.End;
        }
    }

    /// <summary>Blob and position for the checkpoint after the last one.</summary>
    /// <param name="isWhole">False when the last one's blob lost something: then a new one begins.</param>
    public static (string Blob, long Position) After(LastCheckpoint? last, bool isWhole, DateTimeOffset now)
    {
        var day = now.UtcDateTime.ToString(Day, CultureInfo.InvariantCulture);
        return last is not null && isWhole && last.Blob.EndsWith(day, StringComparison.Ordinal)
            ? (last.Blob, last.End)
            : ($"{((last?.Number ?? 0) + 1).ToString(CultureInfo.InvariantCulture).PadLeft(NumberLength, '0')}-{day}", 0);
    }

    /// <summary>Every line from the blob that should hold this number on, with the number its place gives it.</summary>
    public async IAsyncEnumerable<(long Number, string Line)> LinesAsync(long from, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var (first, name) in await BlobsAsync(from, cancellationToken))
        {
            var blob = storage.Checkpoints.GetAppendBlobClient(name);
            await using var content = await blob.OpenReadAsync(new BlobOpenReadOptions(allowModifications: true), cancellationToken);
            using var lines = new StreamReader(content, System.Text.Encoding.ASCII);
            for (var number = first; await lines.ReadLineAsync(cancellationToken) is { } line; number++)
            {
                if (number >= from)
                    yield return (number, line);
            }
        }
    }

    private async Task<List<(long First, string Name)>> BlobsAsync(long from, CancellationToken cancellationToken)
    {
        List<(long First, string Name)> blobs = [];
        try
        {
            await foreach (var blob in storage.Checkpoints.GetBlobsAsync(new GetBlobsOptions(), cancellationToken))
            {
                if (blob.Name.Length < NumberLength || !long.TryParse(blob.Name.AsSpan(0, NumberLength), NumberStyles.None, CultureInfo.InvariantCulture, out var first))
                    continue;
                if (first <= from)
                    blobs.Clear();
                blobs.Add((first, blob.Name));
            }
        }
        catch (RequestFailedException fault) when (fault.Status == 404)
        {
            // No container: no checkpoint was ever written, or all are gone, which the caller finds out.
        }

        return blobs;
    }

    private static async Task<long> LengthAsync(AppendBlobClient blob, CancellationToken cancellationToken)
    {
        try
        {
            return (await blob.GetPropertiesAsync(cancellationToken: cancellationToken)).Value.ContentLength;
        }
        catch (RequestFailedException fault) when (fault.Status == 404)
        {
            return -1;
        }
    }
}
