using System.Text.Json;

namespace AgentFunctions.Domain.Ledger;

/// <summary>Body of a StreamSealed entry: where the stream ended.</summary>
public static class StreamSeal
{
    public static byte[] Print(StreamMark final) =>
        JsonSerializer.SerializeToUtf8Bytes(MarkJson.Of(final), LedgerJson.Default.MarkJson);

    public static bool TryParse(ReadOnlySpan<byte> body, out StreamMark final)
    {
        try
        {
            return JsonSerializer.Deserialize(body, LedgerJson.Default.MarkJson)!.TryRead(out final);
        }
        catch (JsonException)
        {
            final = default;
            return false;
        }
    }
}
