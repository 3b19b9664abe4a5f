using AgentFunctions.Contract.Tests.Deployments;
using AgentFunctions.Contract.Tests.Drivers;

namespace AgentFunctions.Contract.Tests.Freshness;

/// <summary>Alone, because another test's guardrail is authority too.</summary>
[Collection(nameof(Alone))]
public sealed class PolicyVersionTests(Deployment deployment)
{
    [Fact]
    public async Task The_policy_version_changes_with_authority_and_not_with_standing()
    {
        var company = await Company.FoundAsync(deployment);
        var before = (await company.AskAsync(company.Question())).Judged.PolicyVersion;

        await deployment.Administration.PersonAsync(company.Deputy, "left");
        (await company.AskAsync(company.Question())).Judged.PolicyVersion.ShouldBe(before);

        await company.GrantAsync("another", """["write"]""");
        (await company.AskAsync(company.Question())).Judged.PolicyVersion.ShouldNotBe(before);
    }
}
