using AgentFunctions.Domain.Decisions;

namespace AgentFunctions.Domain.Tests.Architecture;

public sealed class PurityTests
{
    [Fact]
    public void The_rules_stand_on_the_base_library_alone() =>
        typeof(AccessPolicy).Assembly.GetReferencedAssemblies().Select(assembly => assembly.Name).ShouldAllBe(name => name!.StartsWith("System.", StringComparison.Ordinal)); // References are named.

    [Theory]
    [InlineData("System.Net.Http")]
    [InlineData("System.IO.FileSystem")]
    [InlineData("System.Data.Common")]
    [InlineData("System.Diagnostics.Process")]
    public void The_rules_reach_nothing_outside_the_process(string assembly) =>
        typeof(AccessPolicy).Assembly.GetReferencedAssemblies().Select(reference => reference.Name).ShouldNotContain(assembly);
}
