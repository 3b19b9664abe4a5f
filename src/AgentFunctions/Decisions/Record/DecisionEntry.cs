using System.Diagnostics;
using AgentFunctions.Domain.Attributes;
using AgentFunctions.Domain.Decisions;
using AgentFunctions.Security;

namespace AgentFunctions.Decisions.Record;

/// <summary>
/// The ledger entry of a decision: who asked what, the version or value of every fact, what came of it and why. It is
/// enough to decide again, whatever has changed since. Described in docs/ledger-entries.md.
/// </summary>
internal static class DecisionEntry
{
    /// <summary>Of the entry's shape.</summary>
    public const int Schema = 1;

    /// <summary>Of the rules by which it was decided: raised whenever the same facts could come out differently.</summary>
    public const int Engine = 1;

    /// <summary>Of the recorded request, in bytes of canonical JSON: with facts and reasons it fits into an entry of 32 KiB.</summary>
    public const int MaxRequestBytes = 12 << 10;

    public static byte[] Compose(RecordedRequest request, AccessFacts facts, Judged judged, Caller caller, DateTimeOffset now) =>
        CanonicalJson.ToUtf8(AttributeObject.Of(
            ("at", AttributeObject.Text(Rfc3339.Format(now))),
            ("caller", AttributeObject.Of(
                ("client", AttributeObject.Text(caller.ClientId)),
                ("issuer", AttributeObject.Text(caller.Issuer)),
                ("person", AttributeObject.Text(caller.Person.Value)))),
            ("digest", AttributeObject.Text(judged.Digest)),
            ("engine", AttributeObject.Number(Engine)),
            ("facts", FactsRecord.Print(request.Request, facts)),
            ("policy_version", AttributeObject.Text(judged.PolicyVersion)),
            ("read", new AttributeValue.List([.. AttributeReadings.Of(request.Request, facts, now).Select(Print)])),
            ("request", request.Value),
            ("result", judged.Printed),
            ("schema", AttributeObject.Number(Schema)),
            ("trace", AttributeObject.Text(Activity.Current?.Id ?? string.Empty))));

    private static AttributeValue Print(AttributeReading reading) => AttributeObject.Of(
        ("path", AttributeObject.Texts(reading.Path.Segments)),
        ("value", reading.Value));
}
