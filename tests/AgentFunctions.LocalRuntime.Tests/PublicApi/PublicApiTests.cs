using System.Reflection;
using System.Text;
using System.Text.RegularExpressions;
using PublicApiGenerator;

namespace AgentFunctions.LocalRuntime.Tests.PublicApi;

/// <summary>
/// What the app can compile against is what is written in PublicApi.approved.md, each type with the upstream file it stands for.
/// </summary>
public sealed partial class PublicApiTests
{
    private const string Ours = "none: for tests and benchmarks, which the app is not";
    private static readonly Assembly Runtime = typeof(FunctionSource).Assembly;

    [Fact]
    public void The_public_api_is_the_approved_one()
    {
        var approved = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "PublicApi.approved.md"));
        var received = Render(Citations(approved));
        File.WriteAllText(Path.Combine(AppContext.BaseDirectory, "PublicApi.received.md"), received);
        received.ShouldBe(approved, "PublicApi.received.md, beside the tests, is what it would be");
    }

    [Fact]
    public void Every_type_under_a_name_of_microsofts_cites_the_upstream_file_and_commit_it_stands_for()
    {
        var citations = Citations(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "PublicApi.approved.md")));
        Runtime.GetExportedTypes()
            .Where(type => !IsCited(type.FullName!, citations.GetValueOrDefault(type.FullName!))) // Exported types have names.
            .ShouldBeEmpty();
    }

    [Fact]
    public void No_code_of_the_runtime_knows_LocalCloud() =>
        Runtime.GetReferencedAssemblies().ShouldNotContain(assembly => assembly.Name == "AgentFunctions.LocalCloud");

    private static bool IsCited(string type, string? citation) => type.StartsWith("Microsoft.", StringComparison.Ordinal)
        ? Upstream.IsMatch(citation ?? "")
        : string.Equals(citation, Ours, StringComparison.Ordinal);

    private static Dictionary<string, string> Citations(string markdown) =>
        Section.Matches(markdown).ToDictionary(section => section.Groups["type"].Value, section => section.Groups["citation"].Value);

    private static string Render(Dictionary<string, string> citations)
    {
        var markdown = new StringBuilder("""
            # Public API of AgentFunctions.LocalRuntime

            Each type stands for the one in Azure/azure-functions-dotnet-worker at the file and commit named with it, and has that one's
            namespace, name, and a part of its members with their signatures; `sealed` and `static` where upstream is neither only forbid.

            """);
        foreach (var type in Runtime.GetExportedTypes().OrderBy(type => type.FullName, StringComparer.Ordinal))
        {
            var api = type.GeneratePublicApi(new ApiGeneratorOptions { IncludeAssemblyAttributes = false, DenyNamespacePrefixes = [] });
            api.ShouldContain(type.Name.Split('`')[0]);
            markdown.Append(null, $"\n## {type.FullName}\n\nUpstream: {citations.GetValueOrDefault(type.FullName!, "missing")}\n\n```csharp\n{api.ReplaceLineEndings("\n").TrimEnd()}\n```\n");
        }

        return markdown.ToString();
    }

    [GeneratedRegex(@"^## (?<type>\S+)\n\nUpstream: (?<citation>.+)$", RegexOptions.Multiline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Section { get; }

    [GeneratedRegex(@"^`(src|extensions)/\S+\.cs` at `[0-9a-f]{40}`$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Upstream { get; }
}
