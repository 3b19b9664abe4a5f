using AgentFunctions.Shared;
using AgentFunctions.Tests.Principals;

namespace AgentFunctions.Tests.Agents;

/// <summary>The app over HTTP, in which olga, dan and petra are living, leo left, and olga and dan answer for the agent helper. One for a test class: every test has ids of its own.</summary>
public sealed class Company(AzuriteFixture azurite) : IAsyncLifetime
{
    public const string Living = """{"standing":"living"}""";

    private Administration? app;

    public AzuriteFixture Azurite => azurite;

    public async ValueTask InitializeAsync()
    {
        if (!azurite.IsInstalled)
        {
            return;
        }

        app = await Administration.StartAsync(azurite);
        foreach (var person in (string[])["olga", "dan", "petra"])
        {
            (await app.PutAsync($"people/{person}", Living)).Status.ShouldBe(201);
        }

        (await app.PutAsync("people/leo", """{"standing":"left"}""")).Status.ShouldBe(201);
        (await app.PutAsync("agents/helper", """{"owner":"olga","deputy":"dan"}""")).Status.ShouldBe(201);
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
