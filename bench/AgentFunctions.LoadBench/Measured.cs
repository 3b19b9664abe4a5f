namespace AgentFunctions.LoadBench;

/// <summary>What closed loops saw.</summary>
/// <param name="PerSecond">Finished.</param>
/// <param name="P50">In milliseconds, as the next.</param>
/// <param name="Failed">Not counted in the rest: another answer than the right one.</param>
internal sealed record Measured(long Count, double PerSecond, double P50, double P99, long Failed)
{
    /// <summary>Finished and failed: each had its share of what was spent.</summary>
    public long Asked => Count + Failed;

    /// <summary>The median of each number by itself.</summary>
    public static Measured Median(IReadOnlyList<Measured> rounds) => new(
        rounds.Sum(round => round.Count),
        Median(rounds.Select(round => round.PerSecond)),
        Median(rounds.Select(round => round.P50)),
        Median(rounds.Select(round => round.P99)),
        rounds.Sum(round => round.Failed));

    public static double Median(IEnumerable<double> numbers)
    {
        double[] ordered = [.. numbers.Order()];
        return ordered.Length % 2 == 1 ? ordered[ordered.Length / 2] : (ordered[(ordered.Length / 2) - 1] + ordered[ordered.Length / 2]) / 2;
    }
}
