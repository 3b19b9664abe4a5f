using AgentFunctions.Contract.Tests.Deployments;
using AgentFunctions.Contract.Tests.Freshness;
using AgentFunctions.Shared.Description;

namespace AgentFunctions.Contract.Tests.Description;

/// <summary>
/// Every test's messages are held against docs/openapi.json where they are sent; here every function of the description
/// is called, so that none is described only. Alone: the tenant is suspended on the way.
/// </summary>
[Collection(nameof(Alone))]
public sealed class EveryFunctionTests(Deployment deployment)
{
    [Fact]
    public async Task Every_function_answers_with_success_as_it_is_described()
    {
        var succeeded = new HashSet<string>(StringComparer.Ordinal);
        foreach (var call in await Tour.OfAsync(deployment))
        {
            var answer = await deployment.Wire.SendAsync(call);
            answer.Status.ShouldBeInRange(200, 299, $"{call.Method} {call.Path}: {answer.Text}");
            var path = call.Path.Split('?')[0];
            succeeded.Add(ApiDescription.Current.Operations.Single(operation => operation.Matches(call.Method.Method, path)).Name);
        }

        succeeded.ShouldBe(ApiDescription.Current.Operations.Select(operation => operation.Name), ignoreOrder: true);
    }
}
