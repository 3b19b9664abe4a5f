using AgentFunctions.Domain.Attributes;

namespace AgentFunctions.Hosting;

/// <summary>The body of suspend and resume, `{"reason": "..."}`: why, for whoever reads the ledger.</summary>
internal static class SwitchReason
{
    /// <summary>In UTF-16 code units.</summary>
    public const int MaxLength = 1_000;

    public static BodyOutcome<string> Read(AttributeMap document) => DocumentReading.Read(document, json =>
    {
        json.AdmitOnly("reason");
        return json.Member("reason").PrintableText(MaxLength);
    });
}
