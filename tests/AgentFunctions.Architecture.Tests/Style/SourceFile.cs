using System.Text.RegularExpressions;
using AgentFunctions.Shared.Sources;

namespace AgentFunctions.Architecture.Tests.Style;

/// <summary>A source as it is written.</summary>
/// <param name="Path">From the repository's root, with `/`.</param>
internal sealed partial record SourceFile(string Path, string Text)
{
    private static readonly string[] NotWritten = ["bin", "obj", "node_modules", "TestResults", "StrykerOutput"];

    public IReadOnlyList<string> Lines { get; } = Text.TrimEnd('\n').Split('\n');

    public string Folder => Path[..Math.Max(0, Path.LastIndexOf('/'))];

    public string Name => System.IO.Path.GetFileNameWithoutExtension(Path);

    public string Namespace => NamespaceLine().Match(Text).Groups["name"].Value;

    /// <summary>The types at its top level.</summary>
    public IReadOnlyList<string> Types => [.. TypeLine().Matches(Text).Select(match => match.Groups["name"].Value)];

    /// <summary>The C# sources below a folder.</summary>
    public static IReadOnlyList<SourceFile> Under(params string[] folders) => Find(Repository.PathOf(folders), "*.cs");

    /// <summary>Everything that is written below a folder, in whatever language.</summary>
    public static IReadOnlyList<SourceFile> Find(string folder, string pattern) =>
    [
        .. from file in System.IO.Directory.EnumerateFiles(folder, pattern, SearchOption.AllDirectories)
           let path = System.IO.Path.GetRelativePath(Repository.Root, file).Replace('\\', '/')
           where !path.Split('/').Any(part => NotWritten.Contains(part) || (part.StartsWith('.') && part.IndexOf('.', 1) < 0))
           orderby path
           select new SourceFile(path, File.ReadAllText(file)),
    ];

    [GeneratedRegex(@"^namespace (?<name>[A-Za-z.]+);", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex NamespaceLine();

    [GeneratedRegex(@"^(?:(?:public|internal|file|sealed|static|abstract|partial|readonly|ref|unsafe) )*(?:class|record struct|record class|record|struct|interface|enum|delegate [A-Za-z<>?\[\], .]+) (?<name>[A-Za-z0-9_]+)", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex TypeLine();
}
