using Azure;
using Azure.Identity;

namespace AgentFunctions.Tests.Hosting;

/// <summary>Whatever fails inside, the caller gets a problem that says nothing of it.</summary>
public sealed class FaultTests
{
    internal static IReadOnlyDictionary<string, Exception> Faults { get; } = new Dictionary<string, Exception>(StringComparer.Ordinal)
    {
        ["bug"] = new InvalidOperationException("secret"),
        ["storage"] = new RequestFailedException(500, "secret"),
        ["storage-after-retries"] = new AggregateException(new RequestFailedException(0, "secret"), new RequestFailedException(0, "secret")),
        ["credential"] = new AuthenticationFailedException("secret"),
        ["timeout"] = new TimeoutException("secret"),
        ["deadline"] = new TaskCanceledException("secret"),
        ["connection"] = new HttpRequestException("secret"),
        ["bug-in-parallel"] = new AggregateException(new InvalidOperationException("secret")),
    };

    [Theory]
    [InlineData("bug", 500, "internal_error")]
    [InlineData("bug-in-parallel", 500, "internal_error")]
    [InlineData("storage", 503, "storage_unavailable")]
    [InlineData("storage-after-retries", 503, "storage_unavailable")]
    [InlineData("credential", 503, "storage_unavailable")]
    [InlineData("timeout", 503, "storage_unavailable")]
    [InlineData("deadline", 503, "storage_unavailable")]
    [InlineData("connection", 503, "storage_unavailable")]
    public async Task A_fault_is_a_problem_that_leaks_nothing(string fault, int status, string code)
    {
        await using var app = await RunningApp.StartAsync();

        var answer = await app.GetAsync($"probe/fault/{fault}");

        (await answer.ShouldBeProblemAsync(status, code)).TryGetProperty("detail", out _).ShouldBeFalse();
        answer.Headers.Contains("Retry-After").ShouldBe(status == 503);
    }

    [Fact]
    public async Task A_fault_while_the_answer_is_written_is_a_problem_too()
    {
        await using var app = await RunningApp.StartAsync();

        await (await app.GetAsync("probe/unwritable")).ShouldBeProblemAsync(500, "internal_error");
    }

    [Fact]
    public async Task Half_an_answer_never_looks_like_a_whole_one()
    {
        await using var app = await RunningApp.StartAsync();

        await Should.ThrowAsync<HttpRequestException>(() => app.GetAsync("probe/half"));
    }
}
