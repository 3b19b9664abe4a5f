using System.Text.Json.Nodes;

namespace AgentFunctions.Tests.Principals;

/// <summary>An answer of the app.</summary>
internal sealed record Said(int Status, string Tag, JsonObject Body)
{
    public string Code => Body["code"]?.GetValue<string>() ?? "";

    public string Detail => Body["detail"]?.GetValue<string>() ?? "";

    public long Number(string member) => Body[member]!.GetValue<long>(); // A missing one fails the test.

    public IReadOnlyList<string> Ids(string member) => [.. Body[member]!.AsArray().Select(item => item!["id"]!.GetValue<string>())];
}
