using AgentFunctions.Contract.Tests.Deployments;
using AgentFunctions.Contract.Tests.Drivers;

namespace AgentFunctions.Contract.Tests.Authzen;

public sealed class DiscoveryTests(Deployment deployment)
{
    [Fact]
    public async Task Anyone_learns_what_is_served_and_where()
    {
        var answer = await deployment.Wire.SendAsync(Call.Get("/.well-known/authzen-configuration"));

        var address = answer.ShouldBe(200).Json["policy_decision_point"]!.GetValue<string>();
        answer.Json["access_evaluation_endpoint"]!.GetValue<string>().ShouldBe($"{address}/access/v1/evaluation");
        answer.Json["access_evaluations_endpoint"]!.GetValue<string>().ShouldBe($"{address}/access/v1/evaluations");
        answer.Header("Content-Type").ShouldStartWith("application/json");
    }

    [Fact]
    public async Task Addresses_do_not_come_from_the_host_header()
    {
        var answer = await deployment.Wire.SendAsync(
            Call.Get("/.well-known/authzen-configuration").With("X-Forwarded-Host", "evil.example").With("Forwarded", "host=evil.example"));

        answer.ShouldBe(200).Text.ShouldNotContain("evil.example");
    }
}
