using System.Globalization;

namespace AgentFunctions.LoadBench;

/// <summary>Prints markdown.</summary>
internal static class Table
{
    public static void Begin(string title, params ReadOnlySpan<string> columns)
    {
        Console.Out.WriteLine($"\n### {title}\n");
        Row(columns);
        Console.Out.WriteLine($"|{string.Concat(Enumerable.Repeat("---|", columns.Length))}");
    }

    public static void Row(params ReadOnlySpan<string> cells) => Console.Out.WriteLine($"| {string.Join(" | ", cells)} |");

    /// <summary>Whole.</summary>
    public static string Print(long number) => number.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>Three significant digits or so; a dash for what nothing was measured of.</summary>
    public static string Print(double number) => !double.IsFinite(number)
        ? "-"
        : number.ToString(number switch { >= 100 => "N0", >= 10 => "N1", _ => "N2" }, CultureInfo.InvariantCulture);
}
