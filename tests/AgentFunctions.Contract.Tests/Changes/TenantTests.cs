using System.Text.Json.Nodes;
using AgentFunctions.Contract.Tests.Deployments;
using AgentFunctions.Contract.Tests.Drivers;
using AgentFunctions.Contract.Tests.Freshness;

namespace AgentFunctions.Contract.Tests.Changes;

/// <summary>Alone, because there is one tenant, and others switch it. Nothing of it is changed here.</summary>
[Collection(nameof(Alone))]
public sealed class TenantTests(Deployment deployment)
{
    [Fact]
    public async Task Saying_the_same_of_the_tenant_again_changes_nothing_and_needs_no_precondition()
    {
        var tenant = await deployment.Administration.GetAsync("/tenant");

        foreach (var change in (Func<Call, Call>[])[call => call, call => call.IfMatch(tenant.ETag), call => call.IfMatch("*")])
        {
            var again = (await PutAsync(SettingsOf(tenant), change)).ShouldBe(200);

            again.ETag.ShouldBe(tenant.ETag);
            again.Text.ShouldBe(tenant.Text);
        }
    }

    [Fact]
    public async Task A_precondition_that_is_sent_is_held_against_the_same_tenant_too()
    {
        var tenant = await deployment.Administration.GetAsync("/tenant");

        (await PutAsync(SettingsOf(tenant), call => call.IfAbsent())).ShouldBeProblem(412, "precondition_failed");
        (await PutAsync(SettingsOf(tenant), call => call.IfMatch("\"987654321\""))).ShouldBeProblem(412, "precondition_failed");
    }

    [Fact]
    public async Task Other_settings_need_the_tenants_tag()
    {
        var tenant = await deployment.Administration.GetAsync("/tenant");
        var settings = SettingsOf(tenant);
        settings["deputy_grace_days"] = (settings["deputy_grace_days"]!.GetValue<int>() + 1) % 90;

        (await PutAsync(settings, call => call)).ShouldBeProblem(428, "precondition_required");
        (await deployment.Administration.GetAsync("/tenant")).Text.ShouldBe(tenant.Text);
    }

    private static JsonObject SettingsOf(Answer tenant)
    {
        var settings = tenant.Json;
        settings.Remove("switch");
        settings.Remove("guardrails_version");
        return settings;
    }

    private async Task<Answer> PutAsync(JsonObject settings, Func<Call, Call> change) =>
        await deployment.Wire.SendAsync(change(Call.Put("/tenant", await deployment.Tokens.AdministratorAsync(), settings.ToJsonString())));
}
