using System.Buffers.Binary;
using AgentFunctions.Domain.Ledger;
using Azure;
using Azure.Data.Tables;

namespace AgentFunctions.Ledger;

/// <summary>
/// The registry's head with the index of open streams in it, so that an entry, the head and the index change in one
/// transaction, and that reading the index is a point read.
/// </summary>
/// <param name="Head">Where the registry stands.</param>
/// <param name="Open">Streams that were opened and not sealed, in ascending order.</param>
/// <param name="ETag">Null when there is no registry yet.</param>
internal sealed record RegistryRow(StreamHead Head, IReadOnlyList<uint> Open, ETag? ETag)
{
    /// <summary>Most streams open at once: their numbers fill a quarter of what one property holds.</summary>
    public const int MaxOpen = 4_096;

    private const string OpenStreams = "OpenStreams";

    public static RegistryRow None { get; } = new(default, [], null);

    /// <summary>Null when the row is not one that this product writes: somebody edited it.</summary>
    public static RegistryRow? Read(TableEntity row)
    {
        if (LedgerTable.ReadHead(row) is not { } head
            || !row.TryGetValue(OpenStreams, out var value) || value is not byte[] bytes || bytes.Length % sizeof(uint) != 0)
            return null;
        var open = new uint[bytes.Length / sizeof(uint)];
        for (var i = 0; i < open.Length; i++)
            open[i] = BinaryPrimitives.ReadUInt32BigEndian(bytes.AsSpan(i * sizeof(uint)));
        return new RegistryRow(head.Head, open, head.ETag);
    }

    public TableTransactionAction ToAction(DateTimeOffset now)
    {
        var bytes = new byte[Open.Count * sizeof(uint)];
        for (var i = 0; i < Open.Count; i++)
            BinaryPrimitives.WriteUInt32BigEndian(bytes.AsSpan(i * sizeof(uint)), Open[i]);
        var row = LedgerTable.ToRow(LedgerTable.Partition(LedgerTable.Registry), Head, StreamState.Open, now);
        row.Add(OpenStreams, bytes);
        return ETag is { } expected
            ? new TableTransactionAction(TableTransactionActionType.UpdateReplace, row, expected)
            : new TableTransactionAction(TableTransactionActionType.Add, row);
    }
}
