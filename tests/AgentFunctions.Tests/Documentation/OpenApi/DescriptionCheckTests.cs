using AgentFunctions.Shared.Description;

namespace AgentFunctions.Tests.Documentation.OpenApi;

/// <summary>What holds messages against the description must be able to find fault.</summary>
public sealed class DescriptionCheckTests
{
    private const string Person = """{"id":"olga","since":"2026-03-01T09:30:00Z","source":"manual","standing":"living","version":1}""";
    private const string Refusal = """{"type":"urn:agentfunctions:problem:role_missing","title":"t","status":403,"code":"role_missing","request_id":"r"}""";

    [Fact]
    public async Task What_is_as_described_passes() => (await CheckAsync(Read(Person))).ShouldBeEmpty();

    [Theory]
    [InlineData("\"standing\":\"living\",", "", "standing")]
    [InlineData("\"living\"", "\"unknown\"", "standing")]
    [InlineData("\"version\":1", "\"version\":\"1\"", "version")]
    [InlineData("\"version\":1", "\"version\":1,\"mail\":\"o@example.com\"", "mail")]
    public async Task An_answer_that_is_not_as_described_is_found(string part, string instead, string member) =>
        (await CheckAsync(Read(Person.Replace(part, instead, StringComparison.Ordinal)))).ShouldContain(fault => fault.Contains(member, StringComparison.Ordinal));

    [Fact]
    public async Task A_status_that_is_not_described_is_found() => (await CheckAsync(Read(Person) with { Status = 202 })).ShouldBe(["ReadPerson does not describe 202"]);

    [Fact]
    public async Task A_header_that_is_missing_is_found() => (await CheckAsync(Read(Person, "ETag"))).ShouldBe(["header ETag is missing"]);

    [Fact]
    public async Task A_media_type_that_is_not_described_is_found() => (await CheckAsync(Read(Person) with { Status = 404 })).ShouldBe(["`application/json` is not described"]);

    [Fact]
    public async Task A_problem_that_the_function_does_not_answer_is_found()
    {
        var refused = Refused(Refusal);
        (await CheckAsync(refused)).ShouldBeEmpty();

        (await CheckAsync(refused with { Answer = Refusal.Replace("role_missing\",\"request_id", "agent_not_accepted\",\"request_id", StringComparison.Ordinal) }))
            .ShouldBe(["`agent_not_accepted` is not described"]);
    }

    [Fact]
    public async Task A_request_that_succeeds_and_is_not_described_is_found() =>
        (await CheckAsync(Read(Person) with { Method = "PUT", Body = """{"standing":"gone"}""" })).ShouldContain(fault => fault.Contains("standing", StringComparison.Ordinal));

    [Fact]
    public async Task What_the_host_answers_itself_is_not_the_apps() => (await CheckAsync(Read(Person, "X-Request-ID") with { Status = 405 })).ShouldBeEmpty();

    private static Task<IReadOnlyList<string>> CheckAsync(Exchange exchange) => ApiDescription.Current.CheckAsync(exchange);

    private static Exchange Refused(string answer) => Read(answer) with { Status = 403, Headers = Headers("application/problem+json", "ETag") };

    private static Exchange Read(string answer, string without = "") => new("GET", "/people/olga?x=y", string.Empty, 200, Headers("application/json", without), answer);

    private static Dictionary<string, string> Headers(string mediaType, string without) => new[]
    {
        ("Content-Type", mediaType),
        ("ETag", "\"1\""),
        ("X-Request-ID", "r"),
        ("X-Content-Type-Options", "nosniff"),
        ("Cache-Control", "no-store"),
    }.Where(header => header.Item1 != without).ToDictionary(header => header.Item1, header => header.Item2, StringComparer.OrdinalIgnoreCase);
}
