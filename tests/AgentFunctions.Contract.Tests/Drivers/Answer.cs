using System.Text.Json.Nodes;

namespace AgentFunctions.Contract.Tests.Drivers;

/// <summary>What came back, with what tests read of it. A member that is not there fails the test.</summary>
internal sealed record Answer(int Status, IReadOnlyDictionary<string, string> Headers, string Text)
{
    /// <summary>The connection ended without one.</summary>
    public static Answer None { get; } = new(0, new Dictionary<string, string>(), "");

    public JsonObject Json => JsonNode.Parse(Text).ShouldNotBeNull().AsObject();

    public string Header(string name) => Headers.TryGetValue(name, out var value) ? value : "";

    public string ETag => Header("ETag");

    public bool IsProblem => Header("Content-Type").StartsWith("application/problem+json", StringComparison.Ordinal);

    public JudgedAnswer Judged => new(ShouldBe(200).Json);

    /// <returns>The answers of an evaluations request, in their order.</returns>
    public IReadOnlyList<JudgedAnswer> Several => [.. ShouldBe(200).Json["evaluations"].ShouldNotBeNull().AsArray().Select(item => new JudgedAnswer(item.ShouldNotBeNull().AsObject()))];

    public Answer ShouldBe(int status)
    {
        Status.ShouldBe(status, Text);
        return this;
    }

    /// <summary>Problem details in the shape of docs/problems.md.</summary>
    public Answer ShouldBeProblem(int status, string code)
    {
        Status.ShouldBe(status, Text);
        Header("Content-Type").ShouldBe("application/problem+json");
        Json["code"].ShouldNotBeNull().GetValue<string>().ShouldBe(code, Text);
        Json["type"].ShouldNotBeNull().GetValue<string>().ShouldBe($"urn:agentfunctions:problem:{code}");
        Json["status"].ShouldNotBeNull().GetValue<int>().ShouldBe(status);
        Json["title"].ShouldNotBeNull().GetValue<string>().ShouldNotBeEmpty();
        Json["request_id"].ShouldNotBeNull().GetValue<string>().ShouldBe(Header("X-Request-ID"));
        return this;
    }
}
