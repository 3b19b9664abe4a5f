namespace AgentFunctions.Shared.Processes;

/// <summary>Finds what the build made of a project under src, in the configuration and framework of the running test binary.</summary>
public static class BuiltProgram
{
    /// <param name="project">The project's name, also that of its assembly.</param>
    /// <exception cref="FileNotFoundException">It was not built.</exception>
    public static string Of(string project)
    {
        // tests/X/bin/Debug/net10.0/
        var framework = new DirectoryInfo(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar));
        var configuration = framework.Parent?.Name ?? "";
        var root = framework;
        while (root is not null && !File.Exists(Path.Combine(root.FullName, "AgentFunctions.sln"))) root = root.Parent;

        var program = Path.Combine(root?.FullName ?? "", "src", project, "bin", configuration, framework.Name, $"{project}.dll");
        return File.Exists(program) ? program : throw new FileNotFoundException($"`{project}` is not built", program);
    }
}
