using AgentFunctions.Shared;
using AgentFunctions.Tests.Principals;

namespace AgentFunctions.Tests.Agents;

/// <summary>The app over HTTP, in which olga, dan and petra are living and leo left. One for a test class: every test has ids of its own.</summary>
public sealed class Company(AzuriteFixture azurite) : IAsyncLifetime
{
    public const string Living = """{"standing":"living"}""";

    internal Administration App { get; private set; } = null!; // Set before any test.

    public AzuriteFixture Azurite => azurite;

    public async ValueTask InitializeAsync()
    {
        App = await Administration.StartAsync(azurite);
        foreach (var person in (string[])["olga", "dan", "petra"])
        {
            (await App.PutAsync($"people/{person}", Living)).Status.ShouldBe(201);
        }

        (await App.PutAsync("people/leo", """{"standing":"left"}""")).Status.ShouldBe(201);
    }

    /// <summary>The app with nothing broken and a pipeline at the keyboard.</summary>
    internal Administration Begin()
    {
        App.Transport.Script = static (_, _) => null;
        App.ActAsPipeline();
        return App;
    }

    public ValueTask DisposeAsync() => App.DisposeAsync();
}
