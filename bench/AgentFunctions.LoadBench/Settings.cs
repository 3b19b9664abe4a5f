using System.Globalization;

namespace AgentFunctions.LoadBench;

/// <summary>Sizes and places, from the environment; scripts/bench.sh says what each means.</summary>
internal sealed record Settings
{
    /// <summary>Of Azurite's blobs and tables.</summary>
    public required string ConnectionString { get; init; }

    /// <summary>Agents that are registered.</summary>
    public required int Agents { get; init; }

    /// <summary>Each row of the tables is the median of so many interleaved rounds.</summary>
    public required int Rounds { get; init; }

    /// <summary>Length of one measurement.</summary>
    public required TimeSpan Length { get; init; }

    /// <summary>Decisions before memory is read again.</summary>
    public required int MemoryDecisions { get; init; }

    /// <summary>What runs: `http`, `stub`, `memory`, `stages`.</summary>
    public required IReadOnlyList<string> Parts { get; init; }

    /// <summary>Closed loops at once, one connection each.</summary>
    public IReadOnlyList<int> Connections { get; } = [1, 16, 64];

    public static Settings Read() => new()
    {
        ConnectionString = Environment.GetEnvironmentVariable("BENCH_STORAGE") ?? throw new InvalidOperationException("`BENCH_STORAGE` is not set"),
        Agents = Number("BENCH_AGENTS", 1_000),
        Rounds = Number("BENCH_ROUNDS", 3),
        Length = TimeSpan.FromSeconds(Number("BENCH_SECONDS", 3)),
        MemoryDecisions = Number("BENCH_MEMORY_DECISIONS", 20_000),
        Parts = (Environment.GetEnvironmentVariable("BENCH_PARTS") ?? "http stub memory stages").Split(' '),
    };

    private static int Number(string name, int otherwise) => Environment.GetEnvironmentVariable(name) switch
    {
        null or "" => otherwise,
        var text when int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 => number,
        var text => throw new InvalidOperationException($"`{name}` must be a whole number above 0, not `{text}`"),
    };
}
