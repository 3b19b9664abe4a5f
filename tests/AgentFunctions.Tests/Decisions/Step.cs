using AgentFunctions.Decisions;
using AgentFunctions.Security;

namespace AgentFunctions.Tests.Decisions;

/// <summary>Something that happens in the company between two decisions, or a question.</summary>
/// <param name="Name">For reading a counterexample.</param>
internal sealed record Step(string Name, Func<DecidingApp, Task<Guid?>> RunAsync)
{
    /// <summary>The id of its entry, where it was decided.</summary>
    public static Step Ask(string body, Caller caller) => new($"{caller.ClientId} asks {body}", async app =>
        await app.DecideAsync(body, caller) is Evaluated.Decided decided ? decided.Id.ToGuid() : null);

    public static Step Change(string name, Func<DecidingApp, Task> run) => new(name, async app =>
    {
        await run(app);
        return null;
    });

    public override string ToString() => Name;
}
