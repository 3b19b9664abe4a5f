using AgentFunctions.Domain.Attributes;

namespace AgentFunctions.Decisions.Record;

/// <summary>
/// The values that conditions read (`read`), as properties and context that read the same. Which of a registered and a
/// claimed value counted is already decided in them; what was not there is not there.
/// </summary>
internal sealed class ReplayValues
{
    private readonly IReadOnlyList<(IReadOnlyList<string> Path, AttributeValue Value)> readings;

    private ReplayValues(IReadOnlyList<(IReadOnlyList<string> Path, AttributeValue Value)> readings) => this.readings = readings;

    public static ReplayValues Read(JsonCursor read) => new([.. read.All().Select(reading => (
        (IReadOnlyList<string>)[.. reading.Member("path").All().Select(segment => segment.Text())],
        reading.Member("value").Value))]);

    public AttributeMap Context => Build(Under("context"));

    public AttributeMap ActionProperties => Build(Under("action", "properties"));

    public AttributeMap ResourceProperties => Build(Under("resource", "properties"));

    /// <summary>Of the acting agent.</summary>
    /// <param name="isSubject">Whether it is the subject as well: then what is registered of it was read by either name.</param>
    public AttributeMap ActorProperties(bool isSubject)
    {
        var actor = Under("actor", "properties");
        var registered = actor.Select(reading => reading.Path[0]).ToHashSet(StringComparer.Ordinal);
        return Build(isSubject ? [.. actor, .. Under("subject", "properties").Where(reading => registered.Contains(reading.Path[0]))] : actor);
    }

    public AttributeMap SubjectProperties => Build(Under("subject", "properties"));

    private IReadOnlyList<(IReadOnlyList<string> Path, AttributeValue Value)> Under(params string[] root) =>
    [
        .. readings
            .Where(reading => reading.Path.Count > root.Length && reading.Path.Take(root.Length).SequenceEqual(root))
            .Select(reading => ((IReadOnlyList<string>)[.. reading.Path.Skip(root.Length)], reading.Value)),
    ];

    // A value that was read whole holds everything that was read of its members.
    private static AttributeMap Build(IEnumerable<(IReadOnlyList<string> Path, AttributeValue Value)> readings) =>
        new(readings.GroupBy(reading => reading.Path[0], StringComparer.Ordinal).ToDictionary(
            member => member.Key,
            member => member.FirstOrDefault(reading => reading.Path.Count == 1).Value
                ?? new AttributeValue.Map(Build(member.Select(reading => ((IReadOnlyList<string>)[.. reading.Path.Skip(1)], reading.Value)))),
            StringComparer.Ordinal));
}
