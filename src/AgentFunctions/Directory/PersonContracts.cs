using AgentFunctions.Domain.Attributes;
using AgentFunctions.Domain.Directory;
using AgentFunctions.Hosting;

namespace AgentFunctions.Directory;

/// <summary>People on the wire and in ledger entries.</summary>
internal static class PersonContracts
{
    /// <summary>How far a source's clock may be ahead of ours.</summary>
    private static readonly TimeSpan MaxAhead = TimeSpan.FromSeconds(30);

    public static BodyOutcome<PersonId> ReadPath(string id) => PathSegment.TryParse(id, out var plain) && PersonId.TryParse(plain, out var person)
        ? new BodyOutcome<PersonId>.Accepted(person)
        : new BodyOutcome<PersonId>.Refused(new Problem(ProblemCode.InvalidPath));

    /// <param name="id">Whom it is about.</param>
    public static BodyOutcome<PersonDraft> Read(AttributeMap document, PersonId id, DateTimeOffset now) => DocumentReading.Read(document, json =>
    {
        json.AdmitOnly("standing", "manager", "source", "confirmed_at");
        var source = json.Optional("source", DocumentReading.NameOf<PersonSource>, PersonSource.Manual);
        return new PersonDraft
        {
            Standing = ReadStanding(json.Member("standing")),
            Manager = json.Optional("manager", member => ReadManager(member, id), PersonId.Nobody),
            Source = source,
            ConfirmedAt = ReadConfirmation(json, source, now),
        };
    });

    public static AttributeMap Print(PersonRow row)
    {
        var person = row.Person;
        var members = new Dictionary<string, AttributeValue>(StringComparer.Ordinal)
        {
            ["id"] = AttributeObject.Text(person.Id.Value),
            ["standing"] = AttributeObject.Text(WireName.Of(person.Standing)),
            ["since"] = AttributeObject.Text(Rfc3339.Format(person.Since)),
            ["source"] = AttributeObject.Text(WireName.Of(person.Source)),
        };
        if (person.Source == PersonSource.Directory)
        {
            members.Add("confirmed_at", AttributeObject.Text(Rfc3339.Format(person.ConfirmedAt)));
        }

        if (!person.Manager.IsNobody)
        {
            members.Add("manager", AttributeObject.Text(person.Manager.Value));
        }

        return new AttributeMap(members);
    }

    // That nobody knows is said by not saying anything of them.
    private static Standing ReadStanding(JsonCursor json) =>
        json.Value is AttributeValue.Text { Value: var text } && WireName.TryParse<Standing>(text, out var standing) && standing != Standing.Unknown
            ? standing
            : json.Refuse(Standing.Left, "must be living or left");

    private static PersonId ReadManager(JsonCursor json, PersonId id)
    {
        var manager = json.Person();
        return manager != id ? manager : json.Refuse(PersonId.Nobody, "must be somebody else");
    }

    private static DateTimeOffset ReadConfirmation(JsonCursor json, PersonSource source, DateTimeOffset now)
    {
        if (source == PersonSource.Directory)
        {
            var member = json.Member("confirmed_at");
            var confirmedAt = member.Time();

            // One in the future would be fresh for longer than the tenant admits.
            return confirmedAt <= now + MaxAhead ? confirmedAt : member.Refuse(now, "must not be in the future");
        }

        return json.TryMember("confirmed_at", out var stray)
            ? stray.Refuse(now, "goes with the source directory only")
            : DateTimeOffset.UnixEpoch;
    }
}
