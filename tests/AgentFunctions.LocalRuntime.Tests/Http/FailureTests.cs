using System.Net;
using AgentFunctions.LocalRuntime.SampleApp;
using AgentFunctions.LocalRuntime.Tests.Drivers;

namespace AgentFunctions.LocalRuntime.Tests.Http;

public sealed class FailureTests(SampleFixture sample)
{
    private readonly CancellationToken cancellationToken = TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_exception_is_500_that_tells_the_caller_nothing_and_the_log_everything()
    {
        using var response = await sample.App.Client.GetAsync("/api/throw", cancellationToken);
        response.StatusCode.ShouldBe(HttpStatusCode.InternalServerError);
        (await response.Content.ReadAsStringAsync(cancellationToken)).ShouldBeEmpty();
        response.Headers.Contains("X-Secret").ShouldBeFalse();
        sample.App.Log.Lines.ShouldContain(line => line.StartsWith("Error: Function Throw failed, invocation ", StringComparison.Ordinal) && line.EndsWith("secret message", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_exception_amid_an_answer_breaks_it_off()
    {
        await sample.App.GetAsync("/api/throw-late", cancellationToken).ShouldThrowAsync<HttpRequestException>();
    }

    [Fact]
    public async Task A_caller_that_leaves_cancels_the_function_and_is_no_error()
    {
        await using var app = await RunningApp.StartSampleAsync(hostJson: null, cancellationToken);
        using var caller = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var call = app.GetAsync("/api/wait", caller.Token);
        await FaultFunctions.IsWaiting.WaitAsync(cancellationToken);
        await caller.CancelAsync();
        await call.ShouldThrowAsync<OperationCanceledException>();
        await FaultFunctions.WasCancelled.WaitAsync(cancellationToken);
        await app.StopAsync(cancellationToken);
        app.Log.Lines.ShouldNotContain(line => line.StartsWith("Error", StringComparison.Ordinal));
    }
}
