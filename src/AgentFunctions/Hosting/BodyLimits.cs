namespace AgentFunctions.Hosting;

/// <summary>How much of a body is read, and for how long.</summary>
/// <param name="MaxBytes">One byte more is 413, before any of it is looked at.</param>
/// <param name="Patience">From the first read; a body that is not whole by then is 408.</param>
internal readonly record struct BodyLimits(int MaxBytes, TimeSpan Patience);
