using System.Text.Json.Nodes;
using AgentFunctions.Contract.Tests.Deployments;
using AgentFunctions.Contract.Tests.Drivers;

namespace AgentFunctions.Contract.Tests.Callers;

/// <summary>The digest binds an approval to one act: it changes with every part of the act, and with nothing else.</summary>
public sealed class DigestTests(Deployment deployment)
{
    public static TheoryData<string, string, string> Bound => new()
    {
        { "the delegator", "subject", """{"type":"user","id":"other","properties":{"act":{"sub":"agent-a"}}}""" },
        { "the agent", "subject", """{"type":"user","id":"someone","properties":{"act":{"sub":"agent-b"}}}""" },
        { "the chain", "subject", """{"type":"user","id":"someone","properties":{"act":{"sub":"agent-a","act":{"sub":"agent-b"}}}}""" },
        { "the action", "action", """{"name":"write","properties":{"arguments":{"path":"/etc","lines":[1,2]}}}""" },
        { "an argument", "action", """{"name":"read","properties":{"arguments":{"path":"/etc","lines":[1,3]}}}""" },
        { "an argument's type", "action", """{"name":"read","properties":{"arguments":{"path":"/etc","lines":[1,"2"]}}}""" },
        { "the order of a list", "action", """{"name":"read","properties":{"arguments":{"path":"/etc","lines":[2,1]}}}""" },
        { "a missing argument", "action", """{"name":"read","properties":{"arguments":{"path":"/etc"}}}""" },
        { "another property of the action", "action", """{"name":"read","properties":{"arguments":{"path":"/etc","lines":[1,2]},"tool_schema":"2"}}""" },
        { "the resource's type", "resource", """{"type":"folder","id":"x"}""" },
        { "the resource's id", "resource", """{"type":"file","id":"y"}""" },
        { "the route", "context", """{"route":["mcp-files","mcp-other"],"time":"12:00"}""" },
        { "the order of the route", "context", """{"route":["mcp-b","mcp-a"],"time":"12:00"}""" },
    };

    public static TheoryData<string, string, string> Free => new()
    {
        { "nothing", "unknown", "1" },
        { "the time in context", "context", """{"route":["mcp-a","mcp-b"],"time":"13:00"}""" },
        { "more context", "context", """{"route":["mcp-a","mcp-b"],"session":"s","trace":{"id":1}}""" },
        { "the order of members", "action", """{"properties":{"arguments":{"lines":[1,2],"path":"/etc"}},"name":"read"}""" },
        { "how a number is written", "action", """{"name":"read","properties":{"arguments":{"path":"/etc","lines":[1.0,0.2e1]}}}""" },
        { "how text is written", "action", """{"name":"re\u0061d","properties":{"arguments":{"path":"\/etc","lines":[1,2]}}}""" },
    };

    [Theory]
    [MemberData(nameof(Bound))]
    public async Task It_changes_with(string what, string member, string value) =>
        (await DigestAsync(member, value)).ShouldNotBe(await DigestAsync("unknown", "0"), what);

    [Theory]
    [MemberData(nameof(Free))]
    public async Task It_stays_with_another(string what, string member, string value) =>
        (await DigestAsync(member, value)).ShouldBe(await DigestAsync("unknown", "0"), what);

    private async Task<string> DigestAsync(string member, string value)
    {
        var question = new JsonObject
        {
            ["subject"] = JsonNode.Parse("""{"type":"user","id":"someone","properties":{"act":{"sub":"agent-a"}}}"""),
            ["action"] = JsonNode.Parse("""{"name":"read","properties":{"arguments":{"path":"/etc","lines":[1,2]}}}"""),
            ["resource"] = JsonNode.Parse("""{"type":"file","id":"x"}"""),
            ["context"] = JsonNode.Parse("""{"route":["mcp-a","mcp-b"],"time":"12:00"}"""),
        };
        question.Remove(member);
        var json = $$"""{"{{member}}":{{value}},{{question.ToJsonString()[1..]}}""";
        return (await deployment.Wire.SendAsync(Call.Post("/access/v1/evaluation", await deployment.Tokens.GatewayAsync(), json))).Judged.Digest;
    }
}
