using AgentFunctions.Security;

namespace AgentFunctions.Tests.Security;

public sealed class RoleNamesTests
{
    [Fact]
    public void Every_role_has_a_name_that_is_read_as_itself()
    {
        foreach (var role in Enum.GetValues<Role>().Where(role => role != Role.None))
        {
            RoleNames.Parse(RoleNames.Print(role).Single()).ShouldBe(role);
        }
    }

    [Fact]
    public void Every_role_that_writes_is_administration() =>
        Enum.GetValues<Role>().Where(role => RoleNames.Print(role).Any(name => name.EndsWith(".Write", StringComparison.Ordinal)))
            .Aggregate(Role.None, (all, role) => all | role)
            .ShouldBe(RoleNames.Administration);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("policy.write")]
    [InlineData("Policy.Write ")]
    [InlineData("Admin")]
    public void An_unknown_name_is_no_role(string? name) => RoleNames.Parse(name).ShouldBe(Role.None);
}
