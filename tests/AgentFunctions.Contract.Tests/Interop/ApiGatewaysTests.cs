using AgentFunctions.Contract.Tests.Deployments;
using AgentFunctions.Contract.Tests.Drivers;

namespace AgentFunctions.Contract.Tests.Interop;

public sealed class ApiGatewaysTests(Deployment deployment, ApiGatewaysScenario scenario) : IClassFixture<ApiGatewaysScenario>
{
    private const string File = "api-gateways.json";

    public static TheoryData<int> Evaluations => Vectors.Numbers(File, "evaluation");

    [Theory]
    [MemberData(nameof(Evaluations))]
    public async Task An_evaluation_comes_out_as_written(int number)
    {
        scenario.ShouldNotBeNull();
        var vector = Vectors.One(File, "evaluation", number);

        var answer = await deployment.Wire.SendAsync(Call.Evaluation(await deployment.Tokens.ApplicationAsync(), vector["request"]!));

        answer.Judged.Decision.ShouldBe(vector["expected"]!.GetValue<bool>(), vector.ToJsonString());
    }

    [Fact]
    public void Every_vector_is_here() => Evaluations.Count.ShouldBe(25);
}
