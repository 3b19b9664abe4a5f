using AgentFunctions.Security;
using AgentFunctions.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace AgentFunctions.Tests.Security;

/// <summary>Whom a function answers, over HTTP.</summary>
public sealed class AuthenticationTests
{
    [Theory]
    [InlineData("probe/undeclared")]
    [InlineData("probe/twice")]
    public async Task A_function_that_does_not_declare_exactly_one_thing_answers_nobody(string path)
    {
        await using var app = await RunningApp.StartAsync();

        var answer = await app.GetAsync(path, app.Issuer.AppOnly("gateway", "Policy.Write"));

        await answer.ShouldBeProblemAsync(403, "function_not_declared");
    }

    [Theory]
    [InlineData("probe/caller")]
    [InlineData("probe/role")]
    [InlineData("probe/administration")]
    public async Task Without_a_token_the_answer_is_401_and_names_the_scheme_only(string path)
    {
        await using var app = await RunningApp.StartAsync();

        var answer = await app.GetAsync(path);

        await answer.ShouldBeProblemAsync(401, "token_missing");
        answer.Headers.WwwAuthenticate.ToString().ShouldBe("Bearer");
    }

    [Fact]
    public async Task A_bad_token_is_401_and_the_answer_does_not_say_why()
    {
        await using var app = await RunningApp.StartAsync();

        var answer = await app.GetAsync("probe/caller", app.Issuer.AppOnly("gateway").With("aud", "api://other"));

        var problem = await answer.ShouldBeProblemAsync(401, "invalid_token");
        answer.Headers.WwwAuthenticate.ToString().ShouldBe("Bearer error=\"invalid_token\"");
        problem.TryGetProperty("detail", out _).ShouldBeFalse();
    }

    [Fact]
    public async Task Any_caller_of_the_tenant_reaches_a_function_that_asks_for_a_caller()
    {
        await using var app = await RunningApp.StartAsync();

        await (await app.GetAsync("probe/caller", app.Issuer.AppOnly(RunningApp.Agent))).ShouldSayAsync(RunningApp.Agent);
    }

    [Theory]
    [InlineData("Agents.Read")]
    [InlineData("Audit.Read")]
    public async Task One_of_several_roles_is_enough(string role)
    {
        await using var app = await RunningApp.StartAsync();

        await (await app.GetAsync("probe/role", app.Issuer.AppOnly("portal", role))).ShouldSayAsync("portal");
    }

    [Fact]
    public async Task Without_the_role_the_answer_is_403_and_names_it()
    {
        await using var app = await RunningApp.StartAsync();

        var answer = await app.GetAsync("probe/role", app.Issuer.AppOnly("portal", "agents.read", "Policy.Write"));

        (await answer.ShouldBeProblemAsync(403, "role_missing")).GetProperty("detail").GetString().ShouldBe("needs role Agents.Read or Audit.Read");
    }

    [Fact]
    public async Task A_governed_agent_never_administers_whatever_its_roles()
    {
        await using var app = await RunningApp.StartAsync();

        var own = await app.GetAsync("probe/administration", app.Issuer.AppOnly(RunningApp.Agent, "Policy.Write"));
        var lent = await app.GetAsync("probe/administration", app.Issuer.Delegated(RunningApp.Agent, "maria", "Policy.Write"));
        var other = await app.GetAsync("probe/administration", app.Issuer.AppOnly("pipeline", "Policy.Write"));

        await own.ShouldBeProblemAsync(403, "agent_not_accepted");
        await lent.ShouldBeProblemAsync(403, "agent_not_accepted");
        await other.ShouldSayAsync("pipeline");
    }

    [Fact]
    public async Task Who_cannot_be_told_from_an_agent_does_not_administer()
    {
        await using var app = await RunningApp.StartAsync(typeof(RunningApp).Assembly, builder =>
            builder.Services.AddSingleton(new GovernedAgents((_, _) => throw new TimeoutException())));

        var answer = await app.GetAsync("probe/administration", app.Issuer.AppOnly("pipeline", "Policy.Write"));

        await answer.ShouldBeProblemAsync(503, "storage_unavailable");
    }

    [Fact]
    public async Task A_public_function_reads_a_good_token_and_ignores_a_bad_one()
    {
        await using var app = await RunningApp.StartAsync();
        var token = app.Issuer.AppOnly("portal");

        await (await app.GetAsync("probe/public")).ShouldSayAsync("nobody");
        await (await app.GetAsync("probe/public", token)).ShouldSayAsync("portal");
        await (await app.GetAsync("probe/public", token.With("tid", "other"))).ShouldSayAsync("nobody");
    }

    [Fact]
    public async Task While_the_issuer_is_down_the_answer_is_503_and_then_it_works_without_a_restart()
    {
        await using var app = await RunningApp.StartAsync();
        app.Issuer.IsDown = true;

        var down = await app.GetAsync("probe/caller", app.Issuer.AppOnly("portal"));
        app.Issuer.IsDown = false;
        app.Clock.Advance(TimeSpan.FromSeconds(1));
        var up = await app.GetAsync("probe/caller", app.Issuer.AppOnly("portal"));

        await down.ShouldBeProblemAsync(503, "issuer_unavailable");
        down.Headers.RetryAfter!.Delta.ShouldBe(TimeSpan.FromSeconds(1)); // Every 503 says when to come again.
        await up.ShouldSayAsync("portal");
    }

    [Theory]
    [InlineData("Authorization: Bearer {0}\nAuthorization: Bearer {0}", 401)]
    [InlineData("Authorization: Bearer {0}, Bearer {0}", 401)]
    [InlineData("Authorization: Basic {0}", 401)]
    [InlineData("Authorization: {0}", 401)]
    [InlineData("Authorization:", 401)]
    [InlineData("Authorization: bearer {0}", 200)]
    public async Task Only_one_authorization_header_with_one_bearer_token_counts(string header, int status)
    {
        await using var app = await RunningApp.StartAsync();
        var headers = string.Format(null, header, app.Issuer.AppOnly("portal").Text);

        await using var raw = await RawHttp.SendAsync(app.Http.BaseAddress!, $"GET /probe/caller HTTP/1.1\nHost: localhost\n{headers}\n\n"); // Set at start.

        (await raw.ReadStatusAsync()).ShouldBe(status);
    }
}
