using System.Diagnostics;

namespace AgentFunctions.LoadBench;

/// <summary>So many loops, each of which asks again as soon as it was answered.</summary>
internal static class ClosedLoops
{
    /// <param name="ask">Given the loop and the turn; false when the answer is not the right one.</param>
    public static async Task<Measured> RunAsync(int loops, TimeSpan length, int atMost, Func<int, int, Task<bool>> ask)
    {
        var (started, left, failed) = (Stopwatch.GetTimestamp(), atMost, 0L);
        var took = await Task.WhenAll(Enumerable.Range(0, loops).Select(loop => Task.Run(async () =>
        {
            List<double> milliseconds = [];
            for (var turn = 0; Stopwatch.GetElapsedTime(started) < length && Interlocked.Decrement(ref left) >= 0; turn++)
            {
                var asked = Stopwatch.GetTimestamp();
                if (await ask(loop, turn))
                {
                    milliseconds.Add(Stopwatch.GetElapsedTime(asked).TotalMilliseconds);
                }
                else
                {
                    _ = Interlocked.Increment(ref failed);
                }
            }

            return milliseconds;
        })));
        var seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
        double[] ordered = [.. took.SelectMany(milliseconds => milliseconds).Order()];
        return new Measured(ordered.Length, ordered.Length / seconds, At(ordered, 0.50), At(ordered, 0.99), failed);
    }

    private static double At(double[] ordered, double part) => ordered.Length == 0 ? 0 : ordered[(int)(part * (ordered.Length - 1))];
}
