using System.Reflection;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Hosting;

namespace AgentFunctions.Security;

/// <summary>Refuses to start an app in which an HTTP function does not say, exactly once, whom it answers.</summary>
internal sealed class DeclaredFunctions(Assembly functions) : IHostedLifecycleService
{
    /// <exception cref="InvalidOperationException">Names every function at fault.</exception>
    public Task StartingAsync(CancellationToken cancellationToken)
    {
        string[] undeclared =
        [
            .. functions.GetTypes()
                .SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly))
                .Where(method => method.IsDefined(typeof(FunctionAttribute)) && FunctionAccess.Of(method) is AccessRequirement.Undeclared)
                .Select(method => $"`{method.DeclaringType}.{method.Name}`"),
        ];
        return undeclared.Length == 0
            ? Task.CompletedTask
            : throw new InvalidOperationException($"exactly one of [RequireRole], [RequireCaller] and [Public] is needed at {string.Join(", ", undeclared)}");
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
