using AgentFunctions.Shared;
using AgentFunctions.Tests.Principals;

namespace AgentFunctions.Tests.Guardrails;

public sealed class TenantTests(AzuriteFixture azurite) : IAsyncLifetime
{
    private Administration app = null!; // Set before any test.

    public async ValueTask InitializeAsync() => app = await Administration.StartAsync(azurite);

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task A_tenant_of_which_nothing_was_written_is_suspended()
    {
        var read = await app.GetAsync("tenant");
        read.Body["switch"]!.GetValue<string>().ShouldBe("suspended"); // A missing one fails the test.
        read.Tag.ShouldBe("");
    }

    [Fact]
    public async Task Its_first_settings_put_it_into_service_with_defaults_for_what_is_left_out()
    {
        (await app.PutAsync("tenant", """{"deputy_grace_days":7}""")).Status.ShouldBe(201);
        (await app.GetAsync("tenant")).Body.ToJsonString().ShouldBe(
            """{"delegator_needs_entitlements":false,"deputy_grace_days":7,"directory_max_age_minutes":60,"guardrails_version":0,"switch":"active"}""");
    }

    [Fact]
    public async Task Settings_do_not_resume_a_suspended_tenant()
    {
        await app.PutAsync("tenant", "{}");
        (await app.PostAsync("tenant/suspend", """{"reason":"drill"}""")).Status.ShouldBe(200);
        (await app.PutAsync("tenant", """{"deputy_grace_days":7}""", "*")).Status.ShouldBe(200);
        (await app.GetAsync("tenant")).Body["switch"]!.GetValue<string>().ShouldBe("suspended"); // A missing one fails the test.
    }

    [Fact]
    public async Task Suspending_is_idempotent_and_resume_undoes_it()
    {
        await app.PutAsync("tenant", "{}");
        var first = await app.PostAsync("tenant/suspend", """{"reason":"drill"}""");
        (await app.PostAsync("tenant/suspend", """{"reason":"drill again"}""")).Tag.ShouldBe(first.Tag);
        (await app.PostAsync("tenant/resume", """{"reason":"over"}""")).Body["switch"]!.GetValue<string>().ShouldBe("active"); // A missing one fails the test.
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"reason":""}""")]
    [InlineData("""{"reason":7}""")]
    public async Task Nobody_suspends_without_a_reason(string json) => (await app.PostAsync("tenant/suspend", json)).Status.ShouldBe(400);

    [Theory]
    [InlineData("""{"deputy_grace_days":91}""")]
    [InlineData("""{"deputy_grace_days":1.5}""")]
    [InlineData("""{"directory_max_age_minutes":4}""")]
    [InlineData("""{"delegator_needs_entitlements":"no"}""")]
    [InlineData("""{"switch":"active"}""")]
    public async Task Settings_out_of_range_are_refused(string json) => (await app.PutAsync("tenant", json)).Status.ShouldBe(400);

    [Fact]
    public async Task A_guardrail_is_put_read_listed_and_lifted()
    {
        const string Rail = """{"effect":"deny","actions":["delete"],"resource":{"type":"*","id":"*"}}""";
        var put = await app.PutAsync("guardrails/no-delete", Rail);
        put.Status.ShouldBe(201);
        (await app.GetAsync("guardrails/no-delete")).Tag.ShouldBe(put.Tag);
        (await app.GetAsync("guardrails")).Ids("guardrails").ShouldBe(["no-delete"]);
        (await app.GetAsync("tenant")).Number("guardrails_version").ShouldBe(1);
        (await app.DeleteAsync("guardrails/no-delete", put.Tag)).Status.ShouldBe(204);
        (await app.GetAsync("guardrails/no-delete")).Status.ShouldBe(404);
    }

    [Fact]
    public async Task A_guardrail_only_narrows()
    {
        var answer = await app.PutAsync("guardrails/g", """{"effect":"allow","actions":["read"],"resource":{"type":"*","id":"*"}}""");
        answer.Status.ShouldBe(400);
        answer.Detail.ShouldBe("`/effect` must be challenge or deny in a guardrail");
    }

    [Fact]
    public async Task A_guardrail_alone_does_not_put_a_tenant_into_service()
    {
        await app.PutAsync("guardrails/g", """{"effect":"deny","actions":["read"],"resource":{"type":"*","id":"*"}}""");
        (await app.GetAsync("tenant")).Body["switch"]!.GetValue<string>().ShouldBe("suspended"); // A missing one fails the test.
    }
}
