using System.Globalization;

namespace AgentFunctions.Soak;

/// <summary>How long the long ones are: short here, in full by `scripts/soak.sh`.</summary>
internal static class Sizes
{
    /// <summary>Rights withdrawn through one process and asked for through the other (`SOAK_REVOCATIONS`, at least 5, default 25).</summary>
    public static int Revocations { get; } = Read("SOAK_REVOCATIONS", 25);

    /// <summary>Questions under way at any time while rights are withdrawn, for each right and process (`SOAK_ASKERS`, default 2).</summary>
    public static int Askers { get; } = Read("SOAK_ASKERS", 2);

    /// <summary>Kills of the app under load (`SOAK_KILLS`, default 2).</summary>
    public static int Kills { get; } = Read("SOAK_KILLS", 2);

    /// <summary>Commits that the network holds back, loses, repeats or breaks, each way (`SOAK_COMMITS`, default 2).</summary>
    public static int Commits { get; } = Read("SOAK_COMMITS", 2);

    private static int Read(string name, int absent) =>
        Environment.GetEnvironmentVariable(name) is { Length: > 0 } text ? int.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture) : absent;
}
