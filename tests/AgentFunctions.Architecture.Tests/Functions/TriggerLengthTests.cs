using AgentFunctions.Architecture.Tests.Style;

namespace AgentFunctions.Architecture.Tests.Functions;

/// <summary>A trigger binds, calls one use case, and maps to the wire.</summary>
public sealed class TriggerLengthTests
{
    private const int MaxLines = 8;

    [Fact]
    public void Triggers_have_at_most_eight_lines() =>
        SourceFile.Under("src", "AgentFunctions").SelectMany(file => BodiesOf(file).Where(body => body.Lines > MaxLines).Select(body => $"{file.Path}: {body.Name}, {body.Lines} lines")).ShouldBeEmpty();

    [Fact]
    public void They_are_all_looked_at() =>
        SourceFile.Under("src", "AgentFunctions").SelectMany(BodiesOf).Count().ShouldBe(Built.App.GetTypes().SelectMany(type => type.GetMethods())
            .Count(method => method.IsDefined(typeof(Microsoft.Azure.Functions.Worker.FunctionAttribute), inherit: false)));

    [Theory]
    [InlineData("Run()\n    {\n        A();\n        B();\n    }\n", 2)]
    [InlineData("Run() =>\n        a.B();\n", 1)]
    [InlineData("Run() => a switch\n        {\n            1 => 2,\n            _ => 3,\n        };\n", 5)]
    public void Lines_are_counted(string method, int lines) =>
        BodiesOf(new SourceFile("F.cs", $"x\n{{\n    [Function(\"F\")]\n    public void {method}}}\n")).Single().Lines.ShouldBe(lines);

    private static IEnumerable<(string Name, int Lines)> BodiesOf(SourceFile file)
    {
        foreach (var start in Enumerable.Range(0, file.Lines.Count).Where(line => file.Lines[line].StartsWith("    [Function(\"", StringComparison.Ordinal)))
        {
            var method = file.Lines.Skip(start).TakeWhile(line => line.Length > 0 && line != "}").ToList();
            var block = method.IndexOf("    {");
            var arrow = method.FindIndex(line => line.Contains("=>", StringComparison.Ordinal));
            var lines = block >= 0
                ? method.Count - block - 2
                : method.Count - arrow - (method[arrow].EndsWith("=>", StringComparison.Ordinal) ? 1 : 0);
            yield return (method[0].Split('"')[1], lines);
        }
    }
}
