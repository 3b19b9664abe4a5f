using System.Net.Http.Headers;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace AgentFunctions.Tests.Hosting;

/// <summary>How much is read, and for how long.</summary>
public sealed class BodyLimitsTests
{
    private const string Head = "POST /probe/body HTTP/1.1\nHost: localhost\nContent-Type: application/json\n";

    [Theory]
    [InlineData(1000, false, 200)]
    [InlineData(1001, false, 413)]
    [InlineData(1000, true, 200)]
    [InlineData(1001, true, 413)]
    [InlineData(1_000_000, true, 413)]
    public async Task A_body_is_read_up_to_its_limit_and_not_a_byte_further(int bytes, bool chunked, int status)
    {
        await using var app = await RunningApp.StartAsync();
        const string frame = """{"display_name":""}""";
        var body = frame.Replace("\"\"", $"\"{new string('x', bytes - frame.Length)}\"", StringComparison.Ordinal);
        using var request = new HttpRequestMessage(HttpMethod.Post, "probe/body")
        {
            Content = new StringContent(body, new MediaTypeHeaderValue("application/json")),
            Headers = { TransferEncodingChunked = chunked },
        };

        using var answer = await app.Http.SendAsync(request, TestContext.Current.CancellationToken);

        ((int)answer.StatusCode).ShouldBe(status);
    }

    [Fact]
    public async Task A_length_beyond_the_limit_is_refused_before_the_body_comes()
    {
        await using var app = await RunningApp.StartAsync();

        await using var raw = await RawHttp.SendAsync(app.Http.BaseAddress!, $"{Head}Content-Length: 1001\n\n"); // Set at start.

        (await raw.ReadStatusAsync()).ShouldBe(413);
    }

    [Theory]
    [InlineData("Content-Length: 100\n\n{\"display_")]
    [InlineData("Transfer-Encoding: chunked\n\n5\n{\"dis\n")]
    public async Task A_body_that_stops_half_way_ends_at_its_deadline(string half)
    {
        var app = await RunningApp.StartAsync();

        await using var raw = await RawHttp.SendAsync(app.Http.BaseAddress!, Head + half); // Set at start.
        var status = raw.ReadStatusAsync();

        // The reader begins to wait a little after it was entered, so the clock is moved until the answer is there.
        await app.Services.GetRequiredService<ProbeGate>().Entered.Task;
        using var beat = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        while (!status.IsCompleted)
        {
            app.Clock.Advance(ProbeFunctions.Limits.Patience);
            await beat.WaitForNextTickAsync(TestContext.Current.CancellationToken);
        }

        (await status).ShouldBe(408);
        raw.Reset();
        await app.DisposeAsync();
        app.Logged.Lines.Where(line => line.Level >= LogLevel.Error).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("Transfer-Encoding: chunked\n\nzz\n{\n")]
    [InlineData("Transfer-Encoding: chunked\n\nffffffffffffffffff\n{\n")]
    public async Task A_broken_chunk_is_the_callers_fault(string broken)
    {
        await using var app = await RunningApp.StartAsync();

        await using var raw = await RawHttp.SendAsync(app.Http.BaseAddress!, Head + broken); // Set at start.

        (await raw.ReadStatusAsync()).ShouldBe(400);
    }

    [Theory]
    [InlineData("gzip, chunked")]
    [InlineData("chunked, chunked")]
    public async Task A_transfer_coding_that_nobody_undoes_is_refused(string coding)
    {
        await using var app = await RunningApp.StartAsync();

        await using var raw = await RawHttp.SendAsync(app.Http.BaseAddress!, $"{Head}Transfer-Encoding: {coding}\n\n14\n{{\"display_name\":\"a\"}}\n0\n\n"); // Set at start.

        (await raw.ReadStatusAsync()).ShouldBe(415);
    }
}
