using AgentFunctions.LocalRuntime.Tests.Drivers;
using Microsoft.Azure.Functions.Worker.Builder;

namespace AgentFunctions.LocalRuntime.Tests.Functions;

public sealed class RefusalTests
{
    [Theory]
    [InlineData(typeof(Refused.ServiceAsParameter), "function `Bad`, parameter `clock` of type `TimeProvider`: `bad` has no such value, and an HTTP function takes its trigger, `FunctionContext`, `CancellationToken` and values of its route")]
    [InlineData(typeof(Refused.BodyAsTrigger), "function `Bad`, parameter `body` of type `string`: `[HttpTrigger]` goes on a parameter of type `HttpRequest`")]
    [InlineData(typeof(Refused.DateInRoute), "function `Bad`, parameter `day` of type `DateTime`: a route value is a `string`, `Guid`, `int` or `long`, and an HTTP function takes its trigger, `FunctionContext`, `CancellationToken` and values of its route")]
    [InlineData(typeof(Refused.GuidWithoutConstraint), "function `Bad`, parameter `id` of type `Guid`: the route must say `{id:guid}`")]
    [InlineData(typeof(Refused.OptionalNumber), "function `Bad`, parameter `page` of type `int`: its route value is optional, so it must be nullable or have a default")]
    [InlineData(typeof(Refused.RequestInTimer), "function `Bad`, parameter `name` of type `string`: a timer function takes its trigger, `FunctionContext` and `CancellationToken`")]
    [InlineData(typeof(Refused.TextForTimer), "function `Bad`, parameter `timer` of type `string`: `[TimerTrigger]` goes on a parameter of type `TimerInfo`")]
    [InlineData(typeof(Refused.ActionResult), "function `Bad` returns `IActionResult`; an HTTP function returns `IResult`, a type of `Results<..>` or a `Task` of one")]
    [InlineData(typeof(Refused.ReturnsNothing), "function `Bad` returns `Task`; an HTTP function returns `IResult`, a type of `Results<..>` or a `Task` of one")]
    [InlineData(typeof(Refused.TimerReturnsText), "function `Bad` returns `Task<string>`; a timer function returns nothing or `Task`")]
    [InlineData(typeof(Refused.NoTrigger), "function `Bad` needs exactly one parameter with a trigger attribute, it has 0")]
    [InlineData(typeof(Refused.TwoTriggers), "function `Bad` needs exactly one parameter with a trigger attribute, it has 2")]
    [InlineData(typeof(Refused.NotPublic), "function `Bad` must be a public method, not generic, of a class that is neither generic nor abstract")]
    [InlineData(typeof(Refused.Overloaded), "function `Bad`: its method `Run` must not be overloaded")]
    [InlineData(typeof(Refused.TwoConstructors), "function `Bad`: its class `TwoConstructors` needs exactly one public constructor")]
    [InlineData(typeof(Refused.BadName), "function name `no spaces` is not a letter followed by up to 127 letters, digits, `_` or `-`")]
    [InlineData(typeof(Refused.SameName), "function name `Bad` is used twice: by `AgentFunctions.LocalRuntime.Tests.Functions.Refused+SameName.One` and by `AgentFunctions.LocalRuntime.Tests.Functions.Refused+SameName.Two`")]
    [InlineData(typeof(Refused.BrokenTemplate), "function `Bad`: route `a/{id` is not a route template: There is an incomplete parameter in the route template. Check that each '{' character has a matching '}' character.")]
    [InlineData(typeof(Refused.UnknownConstraint), "function `Bad`: route `api/{id:planet}` has an unknown constraint `planet`")]
    [InlineData(typeof(Refused.Conflict), "functions `First` and `Second`: routes `api/a/{id}` and `api/a/b` could match the same path and method, and the Functions host promises no order between them")]
    [InlineData(typeof(Refused.TimerWithoutStorage), "timer functions need the setting `AzureWebJobsStorage`")]
    public void A_function_that_could_not_run_as_written_is_refused_at_start_by_name(Type functions, string reason)
    {
        var builder = FunctionsApplication.CreateBuilder([]).ConfigureFunctionsWebApplication();
        builder.FunctionTypes = [functions];
        Should.Throw<StartRefusedException>(builder.Build).Message.ShouldBe(reason);
    }

    [Theory]
    [InlineData("""{ "extensions": { "http": { "routePrefix": "" } } }""", typeof(Refused.Admin), "function `Bad`: route `admin/host` could match paths under `/admin`, which the Functions host keeps for itself")]
    [InlineData("""{ "extensions": { "http": { "routePrefix": "" } } }""", typeof(Refused.AnyFirstSegment), "function `Bad`: route `{tenant}/x` could match paths under `/admin`, which the Functions host keeps for itself")]
    [InlineData("""{ "extensions": { "http": { "routePrefix": "runtime" } } }""", typeof(Refused.Admin), "function `Bad`: route `runtime/admin/host` could match paths under `/runtime`, which the Functions host keeps for itself")]
    public async Task A_route_that_the_host_keeps_for_itself_is_refused(string hostJson, Type functions, string reason)
    {
        var start = RunningApp.StartAsync(
            hostJson,
            builder => builder.ConfigureFunctionsWebApplication().FunctionTypes = [functions],
            TestContext.Current.CancellationToken);
        (await start.ShouldThrowAsync<StartRefusedException>()).Message.ShouldBe(reason);
    }

    [Fact]
    public void Http_functions_without_the_web_application_are_refused()
    {
        var builder = FunctionsApplication.CreateBuilder([]);
        builder.UseFunctionsFrom(typeof(SampleApp.SampleComposition).Assembly);
        Should.Throw<StartRefusedException>(builder.Build).Message
            .ShouldBe("function `by-name` takes `HttpRequest`, which needs `builder.ConfigureFunctionsWebApplication()`");
    }

    [Fact]
    public async Task Functions_of_one_route_and_different_methods_are_told_apart()
    {
        await using var app = await RunningApp.StartAsync(
            hostJson: null,
            builder => builder.ConfigureFunctionsWebApplication().FunctionTypes = [typeof(ByMethod)],
            TestContext.Current.CancellationToken);
        using var put = await app.Client.PutAsync("/api/things/a", content: null, TestContext.Current.CancellationToken);
        using var get = await app.Client.GetAsync("/api/things/b", TestContext.Current.CancellationToken);
        (await put.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), await get.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))
            .ShouldBe(("put a", "get b"));
    }

    [Fact]
    public void A_port_that_is_none_is_refused_when_the_app_is_built()
    {
        var builder = FunctionsApplication.CreateBuilder(["--port", "many"]);
        builder.FunctionTypes = [];
        Should.Throw<StartRefusedException>(builder.Build).Message.ShouldBe("`--port` needs a port from 0 to 65535, not `many`");
    }

    [Fact]
    public void An_application_is_built_once()
    {
        var builder = FunctionsApplication.CreateBuilder([]);
        builder.FunctionTypes = [];
        using var host = builder.Build();
        Should.Throw<InvalidOperationException>(builder.Build);
        Should.Throw<InvalidOperationException>(() => builder.Use(next => next));
    }
}
