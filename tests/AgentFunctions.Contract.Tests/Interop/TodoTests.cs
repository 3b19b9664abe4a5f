using AgentFunctions.Contract.Tests.Deployments;
using AgentFunctions.Contract.Tests.Drivers;

namespace AgentFunctions.Contract.Tests.Interop;

public sealed class TodoTests(Deployment deployment, TodoScenario scenario) : IClassFixture<TodoScenario>
{
    private const string File = "todo.json";

    public static TheoryData<int> Evaluations => Vectors.Numbers(File, "evaluation");

    public static TheoryData<int> Batches => Vectors.Numbers(File, "evaluations");

    [Theory]
    [MemberData(nameof(Evaluations))]
    public async Task An_evaluation_comes_out_as_written(int number)
    {
        scenario.ShouldNotBeNull();
        var vector = Vectors.One(File, "evaluation", number);

        var answer = await deployment.Wire.SendAsync(Call.Evaluation(await deployment.Tokens.ApplicationAsync(), vector["request"]!));

        answer.Judged.Decision.ShouldBe(vector["expected"]!.GetValue<bool>(), vector.ToJsonString());
    }

    [Theory]
    [MemberData(nameof(Batches))]
    public async Task A_batch_comes_out_as_written(int number)
    {
        var vector = Vectors.One(File, "evaluations", number);

        var answer = await deployment.Wire.SendAsync(Call.Evaluations(await deployment.Tokens.ApplicationAsync(), vector["request"]!));

        answer.Several.Select(judged => judged.Decision)
            .ShouldBe(vector["expected"]!.AsArray().Select(expected => expected!["decision"]!.GetValue<bool>()), vector.ToJsonString());
    }

    [Fact]
    public void Every_vector_is_here() => (Evaluations.Count, Batches.Count).ShouldBe((40, 3));
}
