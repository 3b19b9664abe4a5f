using System.Text.Json;

namespace AgentFunctions.Domain.Ledger;

/// <summary>Where the whole ledger stood, to be signed and kept apart from it.</summary>
/// <param name="Number">Counts from 1 without gaps.</param>
/// <param name="Previous">SHA-256 of the signed line before it; <see cref="EntryHash.Zero"/> before the first.</param>
/// <param name="At">When it was made, in whole milliseconds.</param>
/// <param name="Registry">Where stream 0 stood, read before the others.</param>
/// <param name="Heads">Every stream that was open in the registry, ascending.</param>
public sealed record Checkpoint(
    long Number, EntryHash Previous, DateTimeOffset At, StreamHead Registry, IReadOnlyList<StreamMark> Heads)
{
    /// <summary>What was before the first: an empty ledger.</summary>
    public static Checkpoint Beginning { get; } = new(0, EntryHash.Zero, DateTimeOffset.UnixEpoch, default, []);

    /// <summary>Canonical JSON (RFC 8785).</summary>
    public byte[] Print() => JsonSerializer.SerializeToUtf8Bytes(
        new CheckpointJson(
            At.ToUnixTimeMilliseconds(),
            [.. Heads.Select(MarkJson.Of)],
            Number,
            Previous.ToString(),
            MarkJson.Of(new StreamMark(0, Registry))),
        LedgerJson.Default.CheckpointJson);

    /// <summary>Null for anything that <see cref="Print"/> does not give.</summary>
    public static Checkpoint? Parse(ReadOnlySpan<byte> json)
    {
        try
        {
            return Read(JsonSerializer.Deserialize(json, LedgerJson.Default.CheckpointJson)!);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>True when nothing was appended, opened or sealed between the two.</summary>
    public bool StandsWhere(Checkpoint other) => Registry == other.Registry && Heads.SequenceEqual(other.Heads);

    private static Checkpoint? Read(CheckpointJson json)
    {
        if (json.Number < 1
            || json.At is < 0 or > 253402300799999 // The last millisecond of the year 9999.
            || !EntryHash.TryParse(json.Previous, out var previous)
            || !json.Registry.TryRead(out var registry) || registry.Stream != 0)
            return null;
        var heads = new StreamMark[json.Heads.Count];
        for (var i = 0; i < heads.Length; i++)
        {
            if (!json.Heads[i].TryRead(out heads[i]) || heads[i].Stream <= (i == 0 ? 0 : heads[i - 1].Stream))
                return null;
        }

        return new Checkpoint(json.Number, previous, DateTimeOffset.FromUnixTimeMilliseconds(json.At), registry.Head, heads);
    }
}
