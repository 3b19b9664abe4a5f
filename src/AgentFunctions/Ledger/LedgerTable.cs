using System.Globalization;
using System.Text;
using AgentFunctions.Domain.Ledger;
using Azure.Data.Tables;

namespace AgentFunctions.Ledger;

/// <summary>
/// Keys and rows of the table <c>Ledger</c>. One partition a stream (8 hex digits), one row an entry (its sequence,
/// 11 hex digits), and the row <c>head</c>. Rows of an entry are only ever inserted.
/// </summary>
internal static class LedgerTable
{
    public const string Name = "Ledger";
    public const string HeadKey = "head";
    public const uint Registry = 0;

    private const string Id = "Id";
    private const string Kind = "Kind";
    private const string Previous = "Previous";
    private const string Hash = "Hash";
    private const string Sequence = "Sequence";
    private const string State = "State";
    private const string SeenAt = "SeenAt";
    private const string Version = "V";

    // A string property holds 64 KiB of UTF-16, which is exactly the largest body: half of it leaves no doubt.
    private const int PartLength = 16 * 1024;

    private static readonly string[] Parts = ["Body", "Body1", "Body2"];

    public static string Partition(uint stream) => stream.ToString("x8", CultureInfo.InvariantCulture);

    public static string Row(long sequence) => sequence.ToString("x11", CultureInfo.InvariantCulture);

    public static TableEntity EntryRow(string partition, EvaluationId id, EntryKind kind, string body, StreamHead previous, EntryHash hash)
    {
        var row = new TableEntity(partition, Row(id.Sequence))
        {
            { Version, 1 },
            { Id, id.ToString() },
            { Kind, (int)kind },
            { Previous, previous.Hash.ToString() },
            { Hash, hash.ToString() },
        };
        AddBody(row, body);
        return row;
    }

    /// <summary>Null when the row is not one that this product writes: somebody edited it.</summary>
    public static LedgerEntry? ReadEntry(TableEntity row)
    {
        if (row.TryGetValue(Version, out var version) && version is 1
            && row.TryGetValue(Id, out var idValue) && idValue is string idText
            && Guid.TryParseExact(idText, "D", out var guid) && EvaluationId.TryParse(guid, out var id) && id.ToString() == idText
            && row.TryGetValue(Kind, out var kind) && kind is int number && Enum.IsDefined((EntryKind)number)
            && ReadHash(row, Previous, out var previous) && ReadHash(row, Hash, out var hash)
            && ReadBody(row) is { } body)
            return new LedgerEntry(id, (EntryKind)number, previous, body, hash);
        return null;
    }

    public static TableEntity ToRow(string partition, StreamHead head, StreamState state, DateTimeOffset seenAt) =>
        new(partition, HeadKey)
        {
            { Version, 1 },
            { Sequence, head.Sequence },
            { Hash, head.Hash.ToString() },
            { State, (int)state },
            { SeenAt, seenAt },
        };

    /// <summary>Null when the row is not one that this product writes: somebody edited it.</summary>
    public static HeadRow? ReadHead(TableEntity row)
    {
        if (row.TryGetValue(Version, out var version) && version is 1
            && row.TryGetValue(Sequence, out var sequence) && sequence is long and >= 0 and <= EvaluationId.MaxSequence
            && ReadHash(row, Hash, out var hash)
            && row.TryGetValue(State, out var state) && state is int number && Enum.IsDefined((StreamState)number)
            && row.TryGetValue(SeenAt, out var seenAt) && seenAt is DateTimeOffset seen)
            return new HeadRow(new StreamHead((long)sequence, hash), (StreamState)number, seen, row.ETag);
        return null;
    }

    private static bool ReadHash(TableEntity row, string name, out EntryHash hash)
    {
        hash = default;
        return row.TryGetValue(name, out var value) && value is string text && EntryHash.TryParse(text, out hash);
    }

    private static void AddBody(TableEntity row, string body)
    {
        if (body.Length <= PartLength)
        {
            row.Add(Parts[0], body);
            return;
        }

        var from = 0;
        for (var part = 0; from < body.Length; part++)
        {
            var length = Math.Min(PartLength, body.Length - from);
            // Both halves of a surrogate pair stay in one property, or neither would survive as text.
            if (from + length < body.Length && char.IsHighSurrogate(body[from + length - 1]))
                length--;
            row.Add(Parts[part], body.Substring(from, length));
            from += length;
        }
    }

    private static byte[]? ReadBody(TableEntity row)
    {
        var body = "";
        foreach (var part in Parts)
        {
            if (!row.TryGetValue(part, out var value))
                break;
            if (value is not string text)
                return null;
            body += text;
        }

        return body.Length == 0 ? null : Encoding.UTF8.GetBytes(body);
    }
}
