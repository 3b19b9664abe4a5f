using AgentFunctions.Contract.Tests.Deployments;

namespace AgentFunctions.Contract.Tests.Interop;

/// <summary>The todo application's people and rules, loaded once.</summary>
public sealed class TodoScenario(Deployment deployment) : IAsyncLifetime
{
    public async ValueTask InitializeAsync() => await Scenario.LoadAsync(deployment.Administration, "todo-policies.json");

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
