using System.Net;
using AgentFunctions.LocalRuntime.Tests.Drivers;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace AgentFunctions.LocalRuntime.Tests.Http;

public sealed class MiddlewareTests(SampleFixture sample)
{
    private readonly CancellationToken cancellationToken = TestContext.Current.CancellationToken;

    [Fact]
    public async Task Middleware_runs_in_the_order_of_its_addition_and_only_where_its_predicate_holds()
    {
        using var both = await sample.App.Client.GetAsync("/api/order", cancellationToken);
        using var one = await sample.App.Client.GetAsync("/api/defaults", cancellationToken);
        both.Headers.GetValues("X-Order").ShouldBe(["outer", "inner"]);
        one.Headers.GetValues("X-Order").ShouldBe(["outer"]);
    }

    [Theory]
    [InlineData("write", HttpStatusCode.Unauthorized)]
    [InlineData("result", HttpStatusCode.Forbidden)]
    public async Task Middleware_that_does_not_call_next_has_answered(string gate, HttpStatusCode expected)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/throw");
        request.Headers.Add("X-Gate", gate);
        using var response = await sample.App.Client.SendAsync(request, cancellationToken);
        (response.StatusCode, await response.Content.ReadAsStringAsync(cancellationToken)).ShouldBe((expected, "closed"));
    }

    [Fact]
    public async Task Middleware_can_replace_what_the_function_returned()
    {
        (await sample.App.GetAsync("/api/order?replace", cancellationToken)).ShouldBe("replaced");
    }

    [Fact]
    public async Task Middleware_before_the_web_application_shares_items_but_sees_no_request()
    {
        await using var app = await RunningApp.StartAsync(
            hostJson: null,
            builder =>
            {
                builder.UseMiddleware((context, next) =>
                {
                    context.Items["before"] = context.GetHttpContext() is null ? "blind" : "seeing";
                    return next();
                });
                builder.UseFunctionsFrom(typeof(SampleApp.SampleComposition).Assembly);
                builder.ConfigureFunctionsWebApplication();
                builder.ConfigureFunctionsWebApplication();
                builder.Services.AddScoped<SampleApp.Visit>();
            },
            cancellationToken);
        (await app.GetAsync("/api/order", cancellationToken)).ShouldBe("blind|True");
    }

    [Fact]
    public async Task The_context_tells_function_invocation_and_trace()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/describe/word");
        request.Headers.Add("traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01");
        using var response = await sample.App.Client.SendAsync(request, cancellationToken);
        var described = await response.Content.ReadAsStringAsync(cancellationToken);
        described.ShouldStartWith("""{"name":"Describe","entry_point":"AgentFunctions.LocalRuntime.SampleApp.ContextFunctions.Describe","same_id":true,"has_invocation_id":true,"word":"word","trace_parent":"00-0af7651916cd43dd8448eb211c80319c-""");
        described.ShouldEndWith(""","max_retries":0}""");
    }

    [Fact]
    public async Task A_run_has_one_scope_for_its_class_its_context_and_its_request_and_it_ends_with_the_run()
    {
        var first = (await sample.App.GetAsync("/api/scope", cancellationToken)).Split('|');
        var second = (await sample.App.GetAsync("/api/scope", cancellationToken)).Split('|');
        first.Distinct().Count().ShouldBe(1);
        second.Distinct().Count().ShouldBe(1);
        second[0].ShouldNotBe(first[0]);
        SampleApp.Visit.Closed.ShouldBeGreaterThanOrEqualTo(1);
    }

    [Fact]
    public async Task A_hosting_startup_shares_the_process()
    {
        (await sample.App.GetAsync("/companion", cancellationToken)).ShouldBe("here");
    }
}
