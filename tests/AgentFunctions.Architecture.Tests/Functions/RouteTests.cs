using AgentFunctions.LocalRuntime.Http;
using AgentFunctions.Shared.Sources;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Extensions.DependencyInjection;

namespace AgentFunctions.Architecture.Tests.Functions;

/// <summary>The host has no literal-before-parameter rule: a path must mean one function, by its template alone.</summary>
public sealed class RouteTests
{
    private static readonly RouteOverlap Overlap = new(new ServiceCollection().AddLogging().AddRouting().BuildServiceProvider().GetRequiredService<ParameterPolicyFactory>());

    [Fact]
    public void No_path_means_two_functions() =>
        Ambiguous(AppFunction.All().Select(function => (function.Method, function.Template))).ShouldBeEmpty();

    [Fact]
    public void No_function_is_where_the_host_has_its_own() =>
        AppFunction.All().Select(function => function.Template).Where(IsTheHosts).ShouldBeEmpty();

    [Theory]
    [InlineData("ledger/{id}", "ledger/verification")]
    [InlineData("ledger/{id:guid}", "ledger/{other}")]
    [InlineData("{type}/x", "people/{id}")]
    [InlineData("people/{id}", "PEOPLE/{person}")]
    public void Two_templates_of_one_path_are_found(string one, string other) => Ambiguous([("get", one), ("get", other)]).Count().ShouldBe(1);

    [Theory]
    [InlineData("get", "ledger/{id:guid}", "ledger/verification")]
    [InlineData("get", "ledger/{id:guid}", "ledger/{stream:int}")]
    [InlineData("get", "people/{id}", "people/{id}/manager")]
    [InlineData("put", "people/{id}", "people/{id}")]
    public void Two_templates_without_a_common_path_are_not(string method, string one, string other) => Ambiguous([(method, one), ("get", other)]).ShouldBeEmpty();

    [Theory]
    [InlineData("admin/functions")]
    [InlineData("runtime/webhooks/{name}")]
    [InlineData("{anything}")]
    [InlineData("{anything}/x")]
    public void A_template_in_the_hosts_places_is_found(string template) => IsTheHosts(template).ShouldBeTrue();

    private static bool IsTheHosts(string template) => new[] { "admin/{**rest}", "runtime/{**rest}" }.Any(own => Meet(own, template));

    private static IEnumerable<string> Ambiguous(IEnumerable<(string Method, string Template)> functions)
    {
        var all = functions.ToList();
        return from one in Enumerable.Range(0, all.Count)
               from other in Enumerable.Range(one + 1, all.Count - one - 1)
               where all[one].Method == all[other].Method && Meet(all[one].Template, all[other].Template)
               select $"{all[one].Method} {all[one].Template} and {all[other].Template}";
    }

    private static bool Meet(string one, string other) => Overlap.Exists(RoutePatternFactory.Parse(one), RoutePatternFactory.Parse(other));
}
