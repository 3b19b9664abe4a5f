using System.Diagnostics;
using AgentFunctions.Domain.Attributes;
using AgentFunctions.Domain.Ledger;
using AgentFunctions.Hosting;
using AgentFunctions.Security;

namespace AgentFunctions.Ledger.Changes;

/// <summary>Puts a change into the ledger before it is made: who, what, from what to what, and under which trace.</summary>
internal sealed class RecordChange(LedgerWriter ledger)
{
    /// <param name="now">When the caller asked for it.</param>
    public ValueTask<AppendOutcome> AppendAsync(Change change, Caller caller, DateTimeOffset now, CancellationToken cancellationToken) =>
        ledger.AppendAsync(EntryKind.Change, Compose(change, caller, now), cancellationToken);

    internal static byte[] Compose(Change change, Caller caller, DateTimeOffset now) => CanonicalJson.ToUtf8(AttributeObject.Of(
        ("after", change.After.ToValue()),
        ("at", AttributeObject.Text(Rfc3339.Format(now))),
        ("before", change.Before.ToValue()),
        ("by", AttributeObject.Of(("client", AttributeObject.Text(caller.ClientId)), ("issuer", AttributeObject.Text(caller.Issuer)), ("person", AttributeObject.Text(caller.Person.Value)))),
        ("operation", AttributeObject.Text(WireName.Of(change.Operation))),
        ("reason", AttributeObject.Text(change.Reason)),
        ("target", change.Target.ToValue()),
        ("trace", AttributeObject.Text(Activity.Current?.Id ?? string.Empty)),
        ("version", AttributeObject.Number(change.Version))));
}
