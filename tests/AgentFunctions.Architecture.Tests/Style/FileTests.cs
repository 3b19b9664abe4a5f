using AgentFunctions.Shared.Sources;

namespace AgentFunctions.Architecture.Tests.Style;

/// <summary>What is where, and how much of it.</summary>
public sealed class FileTests
{
    private const int MaxMedian = 60;
    private const int MaxNinetieth = 150;
    private const int Max = 300;

    private static readonly IReadOnlyList<SourceFile> Sources = SourceFile.Under("src");

    // A folder with one file, and why.
    private static readonly string[] Lonely =
    [
        // Named as the app's folder, which has the rest of it.
        "src/AgentFunctions.Domain/Delegations",
    ];

    [Fact]
    public void The_sources_are_there() => Sources.Count.ShouldBeGreaterThan(400);

    [Fact]
    public void A_file_has_one_type_and_its_name() => Sources.Where(file => !IsProgram(file)).Where(file => !HasItsType(file)).Select(file => file.Path).ShouldBeEmpty();

    [Theory]
    [InlineData("A", "internal sealed class A;\ninternal sealed class B;\n")]
    [InlineData("A", "internal enum B\n{\n}\n")]
    [InlineData("A", "// nothing\n")]
    public void A_file_with_another_type_is_found(string name, string text) => HasItsType(new SourceFile($"src/X/{name}.cs", text)).ShouldBeFalse();

    [Fact]
    public void The_namespace_is_the_folder() =>
        Sources.Where(file => !IsProgram(file) && !file.Path.Contains("/Upstream/", StringComparison.Ordinal)).Where(file => !IsInItsFolder(file)).Select(file => file.Path).ShouldBeEmpty();

    [Fact]
    public void Another_namespace_is_found() => IsInItsFolder(new SourceFile("src/AgentFunctions/Agents/A.cs", "namespace AgentFunctions.Directory;\n")).ShouldBeFalse();

    [Fact]
    public void Files_are_short() => TooLong([.. Sources.Select(file => file.Lines.Count)]).ShouldBeEmpty();

    [Theory]
    [InlineData("the median", 61, 61, 61)]
    [InlineData("the 90th percentile", 1, 1, 1, 1, 1, 1, 1, 1, 151, 151)]
    [InlineData("the longest", 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 301)]
    public void Long_files_are_found(string what, params int[] lines) => TooLong(lines).Single().ShouldStartWith(what);

    [Fact]
    public void No_folder_has_one_file() => LonelyFolders(Sources.Where(file => !IsProgram(file))).ShouldBe(Lonely);

    [Fact]
    public void A_folder_with_one_file_is_found() =>
        LonelyFolders([new("src/A/B/One.cs", ""), new("src/A/Two.cs", ""), new("src/A/Three.cs", "")]).ShouldBe(["src/A/B"]);

    [Fact]
    public void No_text_names_a_place_on_a_build_machine() =>
        new[] { "src", "tests", "bench", "docs", "examples" }.SelectMany(folder => SourceFile.Find(Repository.PathOf(folder), "*.*"))
            .Concat(System.IO.Directory.EnumerateFiles(Repository.Root).Where(file => Path.GetFileName(file) != ".git").Select(file => new SourceFile(Path.GetFileName(file), File.ReadAllText(file))))
            .Where(NamesABuildMachine).Select(file => file.Path).ShouldBeEmpty();

    [Theory]
    [InlineData("work")]
    [InlineData("tmp")]
    public void A_place_on_a_build_machine_is_found(string folder) => NamesABuildMachine(new SourceFile("docs/a.md", $"see `/{folder}/x`")).ShouldBeTrue();

    private static bool IsProgram(SourceFile file) => file.Name == "Program";

    private static bool HasItsType(SourceFile file) => file.Types.Count == 1 && (file.Types[0] == file.Name || $"{file.Types[0]}OfT" == file.Name);

    private static bool IsInItsFolder(SourceFile file) => file.Folder == $"src/{file.Path.Split('/')[1]}{file.Namespace[Math.Min(file.Path.Split('/')[1].Length, file.Namespace.Length)..].Replace('.', '/')}";

    private static IEnumerable<string> TooLong(int[] lines)
    {
        int[] sorted = [.. lines.Order()];
        var (median, ninetieth) = (sorted[(sorted.Length - 1) / 2], sorted[(int)Math.Ceiling(sorted.Length * 0.9) - 1]);
        if (median > MaxMedian) yield return $"the median is {median}";
        else if (ninetieth > MaxNinetieth) yield return $"the 90th percentile is {ninetieth}";
        else if (sorted[^1] > Max) yield return $"the longest is {sorted[^1]}";
    }

    private static IEnumerable<string> LonelyFolders(IEnumerable<SourceFile> files) =>
        files.GroupBy(file => file.Folder).Where(folder => folder.Count() == 1).Select(folder => folder.Key).Order(StringComparer.Ordinal);

    private static bool NamesABuildMachine(SourceFile file) => new[] { "work", "tmp" }.Any(folder => file.Text.Contains($"/{folder}/", StringComparison.Ordinal));
}
