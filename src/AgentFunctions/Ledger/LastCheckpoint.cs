using System.Globalization;
using System.Text;
using AgentFunctions.Domain.Ledger;
using Azure;
using Azure.Data.Tables;

namespace AgentFunctions.Ledger;

/// <summary>
/// The newest checkpoint, in a row of its own. The row is written first, with the whole signed line in it, so that only
/// one process makes a number; whoever comes next brings the line to its blob if its maker could not.
/// </summary>
/// <param name="Number">Of the checkpoint.</param>
/// <param name="Line">The signed line, without its line end.</param>
/// <param name="Blob">Where the line goes.</param>
/// <param name="Position">At which byte of the blob it begins.</param>
/// <param name="ETag">Null for one that is not written yet and is the first.</param>
internal sealed record LastCheckpoint(long Number, string Line, string Blob, long Position, ETag? ETag)
{
    public const string PartitionKey = "checkpoint";
    public const string RowKey = "last";

    // A binary property holds 64 KiB, a row 1 MiB.
    private const int PartBytes = 60_000;
    private const int MaxParts = 15;

    /// <summary>What the next checkpoint names as its predecessor.</summary>
    public EntryHash Hash => HashOf(Line);

    /// <summary>Where the blob ends when the line is in it.</summary>
    public long End => Position + Line.Length + 1;

    public static EntryHash HashOf(string line) => EntryChain.Digest(Encoding.ASCII.GetBytes(line));

    public TableEntity ToRow()
    {
        var row = new TableEntity(PartitionKey, RowKey)
        {
            { "V", 1 },
            { "Number", Number },
            { "Hash", Hash.ToString() },
            { "Blob", Blob },
            { "Position", Position },
        };
        var bytes = Encoding.ASCII.GetBytes(Line);
        if (bytes.Length > PartBytes * MaxParts)
            throw new InvalidOperationException("too many streams are open for one checkpoint");
        for (var (part, from) = (0, 0); from < bytes.Length; part++, from += PartBytes)
            row.Add(PartName(part), bytes[from..Math.Min(from + PartBytes, bytes.Length)]);
        return row;
    }

    /// <summary>Null when the row is not one that this product writes: somebody edited it.</summary>
    public static LastCheckpoint? Read(TableEntity row)
    {
        var line = new StringBuilder();
        for (var part = 0; part < MaxParts && row.TryGetValue(PartName(part), out var value); part++)
            line.Append(value is byte[] bytes ? Encoding.ASCII.GetString(bytes) : "?");
        if (!row.TryGetValue("Number", out var number) || number is not long counted
            || !row.TryGetValue("Blob", out var blob) || blob is not string name
            || !row.TryGetValue("Position", out var position) || position is not long at)
            return null;
        var last = new LastCheckpoint(counted, line.ToString(), name, at, row.ETag);
        return row.TryGetValue("Hash", out var hash) && hash is string text && text == last.Hash.ToString() ? last : null;
    }

    private static string PartName(int part) => "Line" + part.ToString(CultureInfo.InvariantCulture);
}
