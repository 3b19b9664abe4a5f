using AgentFunctions.Shared.Sources;
namespace AgentFunctions.Tests.Documentation;

public sealed class ReadmeTests
{
    private const string Begin = "<!-- configuration: written by ReadmeTests, run with WRITE_README=1 -->\n";
    private const string End = "<!-- /configuration -->";

    [Fact]
    public void The_configuration_table_says_what_the_options_say()
    {
        var path = Repository.PathOf("README.md");
        var readme = File.ReadAllText(path);
        var (begin, end) = (readme.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length, readme.IndexOf(End, StringComparison.Ordinal));
        var table = ConfigurationTable.Print();
        if (Environment.GetEnvironmentVariable("WRITE_README") == "1")
        {
            File.WriteAllText(path, $"{readme[..begin]}{table}{readme[end..]}");
        }

        File.ReadAllText(path)[begin..].ShouldStartWith(table);
    }
}
