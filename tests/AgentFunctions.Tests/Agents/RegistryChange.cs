using AgentFunctions.Hosting.Storage;

namespace AgentFunctions.Tests.Agents;

/// <summary>One thing of each kind that the registry keeps, and two documents for it.</summary>
/// <param name="Path">With `{0}` where a test's own id stands.</param>
/// <param name="Partition">Of its row, from that id.</param>
public sealed record RegistryChange(string Kind, string Path, string First, string Second, string Table, Func<string, string> Partition)
{
    private const string Lent = """{"actions":["read"],"resources":[{"type":"document","id":"hr/*"}],"expires_at":"2099-01-01T00:00:00Z"}""";

    public static IReadOnlyDictionary<string, RegistryChange> Each { get; } = new RegistryChange[]
    {
        new("agent", "agents/{0}", """{"owner":"olga"}""", """{"owner":"petra"}""", TableNames.Principals, id => TableKey.Of("agent", id)),
        new("person", "people/{0}", """{"standing":"living"}""", """{"standing":"left"}""", TableNames.People, id => TableKey.Of(id)),
        new("resource", "resources/document/{0}", """{"sensitivity":"low"}""", """{"sensitivity":"high"}""", TableNames.Resources, id => TableKey.Of("document", id)),
        new("delegation", "delegations/{0}/helper", Lent, Lent.Replace("hr/", "it/", StringComparison.Ordinal), TableNames.Principals, id => TableKey.Of("user", id)),
    }.ToDictionary(change => change.Kind);

    public static TheoryData<string> Kinds => [.. Each.Keys];

    public string PathOf(string id) => Path.Replace("{0}", id, StringComparison.Ordinal);
}
