using AgentFunctions.Shared;
using AgentFunctions.Tests.Principals;

namespace AgentFunctions.Tests.Agents;

/// <summary>The app over HTTP, in which olga, dan and petra are living, leo left, and olga and dan answer for the agent helper. One for a test class: every test has ids of its own.</summary>
public sealed class Company(AzuriteFixture azurite) : IAsyncLifetime
{
    public const string Living = """{"standing":"living"}""";

    private Administration? app;

    public async ValueTask InitializeAsync()
    {
        if (!azurite.IsInstalled)
        {
            return;
        }

        app = await Administration.StartAsync(azurite, ("Ledger:CommitMilliseconds", "5000"));
        foreach (var person in (string[])["olga", "dan", "petra"])
        {
            await RegisterAsync($"people/{person}", Living);
        }

        await RegisterAsync("people/leo", """{"standing":"left"}""");
        await RegisterAsync("agents/helper", """{"owner":"olga","deputy":"dan"}""");
    }

    private async Task RegisterAsync(string path, string json)
    {
        var answer = await app!.PutAsync(path, json); // Not null: it was just started.
        answer.Status.ShouldBe(201, answer.Body.ToJsonString());
    }

    /// <summary>The app with nothing broken and a pipeline at the keyboard.</summary>
    internal Administration Begin()
    {
        _ = azurite.ConnectionString; // Skips the test where there is none.
        app.ShouldNotBeNull();
        app.Transport.Script = static (_, _) => null;
        app.ActAsPipeline();
        return app;
    }

    public ValueTask DisposeAsync() => app?.DisposeAsync() ?? ValueTask.CompletedTask;
}
