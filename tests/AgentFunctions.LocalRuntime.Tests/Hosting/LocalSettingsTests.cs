using AgentFunctions.LocalRuntime.Hosting;

namespace AgentFunctions.LocalRuntime.Tests.Hosting;

public sealed class LocalSettingsTests : IDisposable
{
    private readonly DirectoryInfo directory = Directory.CreateTempSubdirectory("local-settings-");

    public void Dispose() => directory.Delete(recursive: true);

    [Fact]
    public void Values_and_port_are_read_with_comments_and_trailing_commas()
    {
        Write("""{ "IsEncrypted": false, "Values": { "A__B": "1", "C": true, }, "Host": { "LocalHttpPort": 7099 }, /* more */ }""");
        var settings = LocalSettings.Read(directory.FullName);
        settings.Values.ShouldBe(new Dictionary<string, string> { ["A__B"] = "1", ["C"] = "True" }, ignoreOrder: true);
        settings.LocalHttpPort.ShouldBe(7099);
    }

    [Fact]
    public void No_file_says_nothing()
    {
        var settings = LocalSettings.Read(directory.FullName);
        (settings.Values.Count, settings.LocalHttpPort).ShouldBe((0, null));
    }

    [Fact]
    public void The_environment_wins_over_the_file()
    {
        Environment.SetEnvironmentVariable("LOCAL_SETTINGS_TESTS_SET", "environment");
        new LocalSettings(new Dictionary<string, string> { ["LOCAL_SETTINGS_TESTS_SET"] = "file", ["LOCAL_SETTINGS_TESTS_UNSET"] = "file" }, LocalHttpPort: null)
            .AddToEnvironment();
        (Environment.GetEnvironmentVariable("LOCAL_SETTINGS_TESTS_SET"), Environment.GetEnvironmentVariable("LOCAL_SETTINGS_TESTS_UNSET"))
            .ShouldBe(("environment", "file"));
    }

    [Theory]
    [InlineData("""{ "IsEncrypted": true, "Values": { "A": "x" } }""", "is encrypted; `func settings decrypt` makes it readable")]
    [InlineData("""{ "Values": """, "cannot be read")]
    [InlineData("""{ "Values": [] }""", "cannot be read")]
    [InlineData("[]", "cannot be read")]
    public void A_file_that_cannot_be_read_is_refused(string json, string reason)
    {
        Write(json);
        Should.Throw<StartRefusedException>(() => LocalSettings.Read(directory.FullName)).Message.ShouldContain(reason);
    }

    private void Write(string json) => File.WriteAllText(Path.Combine(directory.FullName, "local.settings.json"), json);
}
