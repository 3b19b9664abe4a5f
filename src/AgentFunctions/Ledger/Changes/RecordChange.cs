using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using AgentFunctions.Domain.Attributes;
using AgentFunctions.Domain.Ledger;
using AgentFunctions.Security;
using static AgentFunctions.Hosting.DocumentMembers;

namespace AgentFunctions.Ledger.Changes;

/// <summary>Puts a change into the ledger before it is made: who, what, from what to what, and under which trace.</summary>
internal sealed class RecordChange(LedgerWriter ledger)
{
    /// <param name="now">When the caller asked for it.</param>
    public ValueTask<AppendOutcome> AppendAsync(Change change, Caller caller, DateTimeOffset now, CancellationToken cancellationToken) =>
        ledger.AppendAsync(EntryKind.Change, Compose(change, caller, now), cancellationToken);

    internal static byte[] Compose(Change change, Caller caller, DateTimeOffset now) => CanonicalJson.ToUtf8(MapOf(
        ("after", change.After.ToValue()),
        ("at", TextOf(now.ToUniversalTime().ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture))),
        ("before", change.Before.ToValue()),
        ("by", MapOf(("client", TextOf(caller.ClientId)), ("issuer", TextOf(caller.Issuer)), ("person", TextOf(caller.Person.Value)))),
        ("operation", TextOf(JsonNamingPolicy.SnakeCaseLower.ConvertName(change.Operation.ToString()))),
        ("reason", TextOf(change.Reason)),
        ("target", change.Target.ToValue()),
        ("trace", TextOf(Activity.Current?.Id ?? string.Empty)),
        ("version", NumberOf(change.Version))));
}
