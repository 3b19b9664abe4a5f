using AgentFunctions.Hosting;
using System.Reflection;
using AgentFunctions.Security;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace AgentFunctions.Tests.Security;

public sealed class DeclaredFunctionsTests
{
    [Fact]
    public async Task An_app_with_an_undeclared_function_does_not_start_and_says_which()
    {
        var declared = new DeclaredFunctions(typeof(DeclaredFunctionsTests).Assembly);

        var refusal = await Should.ThrowAsync<InvalidOperationException>(() => declared.StartingAsync(TestContext.Current.CancellationToken));

        refusal.Message.ShouldContain("ProbeFunctions.Undeclared`");
        refusal.Message.ShouldContain("ProbeFunctions.Twice`");
        refusal.Message.ShouldNotContain("ProbeFunctions.Public`");
    }

    [Fact]
    public async Task Every_function_of_the_app_is_declared() =>
        await Should.NotThrowAsync(() => new DeclaredFunctions(typeof(AgentFunctionsApp).Assembly).StartingAsync(TestContext.Current.CancellationToken));

    [Fact]
    public void A_method_without_an_http_trigger_asks_nothing_of_a_caller() =>
        FunctionAccess.Of(typeof(string).GetMethod(nameof(string.GetHashCode), [])).ShouldBeOfType<AccessRequirement.NotHttp>();

    [Theory]
    [InlineData(nameof(NoRole))]
    [InlineData(nameof(RoleAndPublic))]
    public void A_declaration_that_says_nothing_or_two_things_is_none(string method) =>
        FunctionAccess.Of(typeof(DeclaredFunctionsTests).GetMethod(method, BindingFlags.NonPublic | BindingFlags.Static)).ShouldBeOfType<AccessRequirement.Undeclared>();

    [Fact]
    public void A_method_that_cannot_be_found_answers_nobody() =>
        FunctionAccess.Of(method: null).ShouldBeOfType<AccessRequirement.Undeclared>();

    [RequireRole(Role.None)]
    private static void NoRole([HttpTrigger] HttpRequest request) => _ = request;

    [RequireRole(Role.AuditRead)]
    [Public]
    private static void RoleAndPublic([HttpTrigger] HttpRequest request) => _ = request;
}
