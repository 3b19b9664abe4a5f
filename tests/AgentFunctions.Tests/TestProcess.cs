using System.Runtime.CompilerServices;

namespace AgentFunctions.Tests;

/// <summary>What holds for the whole process of the tests.</summary>
internal static class TestProcess
{
    // Every host would watch its settings files, and the system allows a user 128 watchers.
    [ModuleInitializer]
    internal static void WatchNoSettings() => Environment.SetEnvironmentVariable("DOTNET_hostBuilder__reloadConfigOnChange", "false");
}
