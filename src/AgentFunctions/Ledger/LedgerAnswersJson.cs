using System.Text.Json.Serialization;
using AgentFunctions.Hosting;

namespace AgentFunctions.Ledger;

/// <summary>The wire records of this folder.</summary>
[JsonSerializable(typeof(EntryAnswer))]
[JsonSerializable(typeof(StreamAnswer))]
[JsonSerializable(typeof(VerificationAnswer))]
internal sealed partial class LedgerAnswersJson : JsonSerializerContext
{
    /// <summary>A body is as deep as a request may be, and lies a few levels deep itself.</summary>
    public const int MaxDepth = StrictJson.MaxDepth * 2;

    public static LedgerAnswersJson Strict { get; } = Create();

    private static LedgerAnswersJson Create()
    {
        var options = StrictJson.Options();
        options.MaxDepth = MaxDepth;
        return new LedgerAnswersJson(options);
    }
}
