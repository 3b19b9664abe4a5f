using System.Globalization;
using AgentFunctions.Domain.Attributes;

namespace AgentFunctions.Domain.Conditions;

/// <summary>A window of the week on the wire: {"days":["mon","tue"],"from":"08:00","to":"18:00","zone":"Europe/Berlin"}.</summary>
internal static class WorkingHoursJson
{
    private const string TimeFormat = "HH:mm";
    private const int MaxZoneLength = 64;

    /// <summary>In the order of <see cref="DayOfWeek"/>.</summary>
    private static readonly string[] DayNames = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"];

    public static WorkingHours Read(JsonCursor json)
    {
        json.AdmitOnly("days", "from", "to", "zone");
        return new WorkingHours(
            ReadDays(json.Member("days")),
            ReadTime(json.Member("from")),
            ReadTime(json.Member("to")),
            ReadZone(json.Member("zone")));
    }

    public static AttributeValue Print(WorkingHours hours) => new AttributeValue.Map(new AttributeMap(new Dictionary<string, AttributeValue>
    {
        ["days"] = new AttributeValue.List([.. hours.Days.Order().Select(day => new AttributeValue.Text(DayNames[(int)day]))]),
        ["from"] = new AttributeValue.Text(hours.From.ToString(TimeFormat, CultureInfo.InvariantCulture)),
        ["to"] = new AttributeValue.Text(hours.To.ToString(TimeFormat, CultureInfo.InvariantCulture)),
        ["zone"] = new AttributeValue.Text(hours.Zone.Id),
    }));

    private static HashSet<DayOfWeek> ReadDays(JsonCursor json)
    {
        var days = new HashSet<DayOfWeek>();
        foreach (var item in json.Items(1, DayNames.Length))
        {
            var day = Array.IndexOf(DayNames, item.PrintableText(DayNames[0].Length));
            if (day < 0 || !days.Add((DayOfWeek)day))
            {
                _ = item.Refuse(0, "must be one of mon, tue, wed, thu, fri, sat, sun, each at most once");
            }
        }

        return days;
    }

    private static TimeOnly ReadTime(JsonCursor json) =>
        json.Value is AttributeValue.Text text
        && TimeOnly.TryParseExact(text.Value, TimeFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)
            ? time
            : json.Refuse(TimeOnly.MinValue, "must be a time of day from 00:00 to 23:59");

    private static TimeZoneInfo ReadZone(JsonCursor json)
    {
        var id = json.PrintableText(MaxZoneLength);
        return IsZoneId(id) && TimeZoneInfo.TryFindSystemTimeZoneById(id, out var zone)
            ? zone
            : json.Refuse(TimeZoneInfo.Utc, "must be a time zone of the iana database");
    }

    // INVARIANT: nothing that could lead out of the zone database's folder, which is where ids are looked up.
    private static bool IsZoneId(string id) =>
        id.Length > 0 && char.IsAsciiLetter(id[0]) && id.All(c => char.IsAsciiLetterOrDigit(c) || c is '/' or '_' or '-' or '+');
}
