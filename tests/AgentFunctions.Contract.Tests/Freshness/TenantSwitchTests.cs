using AgentFunctions.Contract.Tests.Deployments;
using AgentFunctions.Contract.Tests.Drivers;

namespace AgentFunctions.Contract.Tests.Freshness;

[Collection(nameof(Alone))]
public sealed class TenantSwitchTests(Deployment deployment) : IAsyncLifetime
{
    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task A_suspended_tenant_denies_everything_at_once_and_a_resumed_one_decides_again()
    {
        var company = await Company.FoundAsync(deployment);

        await deployment.Administration.SwitchAsync("tenant/suspend");
        (await company.AskAsync(company.Question())).Judged.ShouldBe("deny", "tenant_suspended");

        await deployment.Administration.SwitchAsync("tenant/resume");
        (await company.AskAsync(company.Question())).Judged.ShouldBe("allow");
    }

    [Fact]
    public async Task A_suspended_tenant_still_administers()
    {
        await deployment.Administration.SwitchAsync("tenant/suspend");

        await deployment.Administration.PersonAsync(Unique.Name("person"));

        (await deployment.Administration.GetAsync("/tenant")).Json["switch"]!.GetValue<string>().ShouldBe("suspended");
    }

    // Also where a test failed: the others and the deployment's users want to go on.
    public async ValueTask DisposeAsync() => await deployment.Administration.SwitchAsync("tenant/resume");
}
