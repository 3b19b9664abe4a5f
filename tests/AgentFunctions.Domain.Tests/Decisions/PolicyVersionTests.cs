using AgentFunctions.Domain.Decisions;
using AgentFunctions.Domain.Directory;
using AgentFunctions.Domain.Principals;
using AgentFunctions.Domain.Tests.Builders;

namespace AgentFunctions.Domain.Tests.Decisions;

public sealed class PolicyVersionTests
{
    private static readonly AccessRequest Delegated = Given.Request with
    {
        Subject = Given.Person("dora").Principal,
        Delegator = new DelegatorClaim.Verified(Given.Person("dora")),
    };

    [Fact]
    public void It_is_64_lower_case_hexadecimal_digits() => PolicyVersion.Of(Given.Request, Given.Facts).ShouldMatch("^[0-9a-f]{64}$");

    [Fact]
    public void It_is_the_digest_of_the_versions_and_names() => PolicyVersion.Of(Given.Request, Given.Facts).ShouldBe(
        Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(
            "guardrails\n0\nentitlements\nagent\npayroll-bot\n1\ndelegation\n-\ndelegator\n-"u8)));

    [Fact]
    public void It_holds_the_delegation_and_the_delegators_entitlements_where_they_are_looked_at() =>
        PolicyVersion.Of(Delegated, Facts(delegation: 3, delegator: 4, looked: true)).ShouldBe(
            Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(
                "guardrails\n0\nentitlements\nagent\npayroll-bot\n1\ndelegation\ndora\npayroll-bot\n3\ndelegator\ndora\n4"u8)));

    [Fact]
    public void Every_authority_version_changes_it()
    {
        string[] versions =
        [
            PolicyVersion.Of(Given.Request, Given.Facts),
            PolicyVersion.Of(Given.Request, Given.Facts with { Entitlements = CompiledEntitlements.Compile(2, []) }),
            PolicyVersion.Of(Given.Request, Given.Facts with { Guardrails = CompiledEntitlements.Compile(2, []) }),
            PolicyVersion.Of(Given.Request with { Actors = [Given.Agent("other")] }, Given.Facts),
            PolicyVersion.Of(Delegated, Facts(delegation: 1, delegator: 1, looked: true)),
            PolicyVersion.Of(Delegated, Facts(delegation: 2, delegator: 1, looked: true)),
            PolicyVersion.Of(Delegated, Facts(delegation: 1, delegator: 2, looked: true)),
            PolicyVersion.Of(Delegated, Facts(delegation: 1, delegator: 1, looked: false)),
        ];

        versions.ShouldBeUnique();
    }

    [Fact]
    public void Entitlements_of_a_delegator_that_nobody_looks_at_do_not_change_it() =>
        PolicyVersion.Of(Delegated, Facts(delegation: 1, delegator: 1, looked: false))
            .ShouldBe(PolicyVersion.Of(Delegated, Facts(delegation: 1, delegator: 2, looked: false)));

    [Fact]
    public void Standing_does_not_change_it()
    {
        var left = new ActorFacts.Registered(Given.Actor("payroll-bot").Agent, Given.Living("olga") with { Standing = Standing.Left }, Given.Living("dan"));

        PolicyVersion.Of(Given.Request, Given.Facts with { Actors = [left] }).ShouldBe(PolicyVersion.Of(Given.Request, Given.Facts));
    }

    private static AccessFacts Facts(long delegation, long delegator, bool looked) => Given.Facts with
    {
        Tenant = Given.Tenant with { DelegatorNeedsEntitlements = looked },
        Delegator = new DelegatorFacts.Involved(
            Given.Living("dora"),
            new DelegationFacts.Lent(Given.Delegation("dora", "payroll-bot") with { Version = delegation }),
            CompiledEntitlements.Compile(delegator, [])),
    };
}
