using System.Reflection;
using AgentFunctions.Security;
using AgentFunctions.Shared.Sources;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace AgentFunctions.Architecture.Tests.Functions;

public sealed class DeclarationTests
{
    [Fact]
    public void Functions_are_where_their_name_says() => Misplaced(Built.App.GetTypes()).ShouldBeEmpty();

    [Fact]
    public void A_function_elsewhere_is_found() => Misplaced([typeof(Elsewhere)]).ShouldBe([nameof(Elsewhere)]);

    [Fact]
    public void Every_http_function_says_whom_it_answers() => AppFunction.All().Where(function => function.Access is AccessRequirement.Undeclared).ShouldBeEmpty();

    [Fact]
    public void The_app_has_http_functions() => AppFunction.All().Count.ShouldBeGreaterThan(30);

    [Theory]
    [InlineData(nameof(Elsewhere.Silent))]
    [InlineData(nameof(Elsewhere.Contradicting))]
    public void One_that_says_nothing_or_two_things_is_found(string method) =>
        FunctionAccess.Of(typeof(Elsewhere).GetMethod(method)).ShouldBeOfType<AccessRequirement.Undeclared>();

    // Http is for XxxFunctions, the clock for XxxTimers.
    private static IEnumerable<string> Misplaced(IEnumerable<Type> types) =>
        from type in types
        let functions = type.GetMethods().Where(method => method.IsDefined(typeof(FunctionAttribute))).ToList()
        where functions.Count > 0 && !type.Name.EndsWith(functions.TrueForAll(IsTimer) ? "Timers" : "Functions", StringComparison.Ordinal)
        select type.Name;

    private static bool IsTimer(MethodInfo method) => method.GetParameters().Any(parameter => parameter.IsDefined(typeof(TimerTriggerAttribute)));

    private sealed class Elsewhere
    {
        [Function("Silent")]
        public IResult Silent([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "silent")] HttpRequest request) => Results.Ok(request.Path);

        [Function("Contradicting")]
        [Public]
        [RequireCaller]
        public IResult Contradicting([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "contradicting")] HttpRequest request) => Results.Ok(request.Path);
    }
}
