using System.Text.Json.Nodes;

namespace AgentFunctions.Contract.Tests.Interop;

/// <summary>The data files of a scenario.</summary>
internal static class Vectors
{
    public static JsonObject Read(string file)
    {
        var text = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Interop", file));
        return JsonNode.Parse(text).ShouldNotBeNull().AsObject();
    }

    /// <param name="kind">`evaluation` or `evaluations`.</param>
    public static TheoryData<int> Numbers(string file, string kind) => [.. Enumerable.Range(0, Read(file)[kind].ShouldNotBeNull().AsArray().Count)];

    public static JsonObject One(string file, string kind, int number) => Read(file)[kind].ShouldNotBeNull()[number].ShouldNotBeNull().AsObject();
}
