using AgentFunctions.LocalRuntime.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Extensions.DependencyInjection;

namespace AgentFunctions.LocalRuntime.Tests.Http;

public sealed class RouteOverlapTests
{
    [Theory]
    [InlineData("a/b", "a/c", false)]
    [InlineData("a/b", "A/B", true)]
    [InlineData("a", "a/b", false)]
    [InlineData("a/{id}", "a/b", true)]
    [InlineData("a/{id}", "b/{id}", false)]
    [InlineData("a/{id}", "a/{name}", true)]
    [InlineData("a/{id}", "{x}/b", true)]
    [InlineData("a/{id:guid}", "a/verification", false)]
    [InlineData("a/{id:guid}", "a/7f0f8d2e-8b8e-4b1e-9df0-1f8e2f8f0a11", true)]
    [InlineData("a/{id:int}", "a/12", true)]
    [InlineData("a/{id:int}", "a/x", false)]
    [InlineData("a/{id:int}", "a/{id:guid}", false)]
    [InlineData("a/{id:guid}", "a/{n:long}", false)]
    [InlineData("a/{id:guid}", "a/{b:bool}", false)]
    [InlineData("a/{id:guid}", "a/{name}", true)]
    [InlineData("a/{id:int:min(10)}", "a/5", false)]
    [InlineData("a/{id:int}/x", "a/{id:guid}/x", false)]
    [InlineData("a/{id?}", "a", true)]
    [InlineData("a/{id?}", "a/{name?}", true)]
    [InlineData("a/{id:int?}", "a/{name:guid?}", true)]
    [InlineData("a/{id=x}", "a", true)]
    [InlineData("a/{id}", "a", false)]
    [InlineData("a/{**rest}", "a", true)]
    [InlineData("a/{**rest}", "a/b/c", true)]
    [InlineData("a/{*rest}", "b/c", false)]
    [InlineData("a/x-{id}", "a/y-{id}", true)]
    public void Two_templates_overlap_when_some_path_may_match_both(string one, string other, bool expected)
    {
        using var services = new ServiceCollection().AddLogging().AddRouting().BuildServiceProvider();
        var overlap = new RouteOverlap(services.GetRequiredService<ParameterPolicyFactory>());
        (overlap.Exists(RoutePatternFactory.Parse(one), RoutePatternFactory.Parse(other)), overlap.Exists(RoutePatternFactory.Parse(other), RoutePatternFactory.Parse(one)))
            .ShouldBe((expected, expected));
    }
}
