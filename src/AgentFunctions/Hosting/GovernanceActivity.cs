using System.Diagnostics;

namespace AgentFunctions.Hosting;

/// <summary>Where every activity of the app starts: one a use case, named by its verb.</summary>
internal static class GovernanceActivity
{
    public const string SourceName = "AgentFunctions";

    public static ActivitySource Source { get; } = new(SourceName);
}
