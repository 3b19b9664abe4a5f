namespace AgentFunctions.Architecture.Tests.Domain;

/// <summary>The rules are what they compute: no package, no I/O, no async, no clock, no logger.</summary>
public sealed class PurityTests
{
    // What would let a rule wait, look at the time, throw dice, or reach out of the process.
    private static readonly string[] Impure =
    [
        "System.IO.File", "System.IO.Directory", "System.IO.FileStream", "System.Net", "System.Threading.Tasks", "System.Threading.Thread", "System.Threading.Timer",
        "System.TimeProvider", "System.Diagnostics.Stopwatch", "System.Diagnostics.Process", "System.Random", "System.Environment", "System.Console", "Microsoft.Extensions",
    ];

    private static readonly string[] Clocks = ["System.DateTime::get_Now()", "System.DateTime::get_UtcNow()", "System.DateTime::get_Today()", "System.DateTimeOffset::get_Now()", "System.DateTimeOffset::get_UtcNow()", "System.Guid::NewGuid()"];

    [Fact]
    public void The_rules_stand_on_the_base_library_alone() =>
        Built.Domain.GetReferencedAssemblies().Select(assembly => assembly.Name).ShouldAllBe(name => name!.StartsWith("System.", StringComparison.Ordinal)); // References are named.

    [Theory]
    [InlineData("System.Net.Http")]
    [InlineData("System.IO.FileSystem")]
    [InlineData("System.Data.Common")]
    [InlineData("System.Diagnostics.Process")]
    public void The_rules_reach_nothing_outside_the_process(string assembly) =>
        Built.Domain.GetReferencedAssemblies().Select(reference => reference.Name).ShouldNotContain(assembly);

    [Fact]
    public void The_rules_do_not_wait_log_or_look_at_a_clock() => Impurities(Built.Domain).ShouldBeEmpty();

    [Fact]
    public void The_app_does_all_of_it() => Impurities(Built.App).ShouldContain(offence => offence.EndsWith("-> System.TimeProvider", StringComparison.Ordinal));

    private static IReadOnlyList<string> Impurities(System.Reflection.Assembly assembly) =>
    [
        .. from type in Built.Architecture.Types
           where type.Assembly.FullName == assembly.FullName
           from dependency in type.Dependencies
           let name = dependency.Target.FullName
           where Impure.Any(impure => name == impure || name.StartsWith($"{impure}.", StringComparison.Ordinal) || name.StartsWith($"{impure}`", StringComparison.Ordinal))
               || (dependency is ArchUnitNET.Domain.Dependencies.MethodCallDependency call && Clocks.Contains($"{name}::{call.TargetMember.Name}"))
           select $"{type.FullName} -> {name}",
    ];
}
