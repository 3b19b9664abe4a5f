using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace AgentFunctions.Hosting;

/// <summary>Every instrument of the app. Durations in seconds; tags are codes of closed sets, never ids.</summary>
internal sealed class GovernanceMetrics : IDisposable
{
    public const string MeterName = "AgentFunctions";

    private readonly Meter meter;
    private readonly Counter<long> decisions;
    private readonly Histogram<double> decisionDuration;
    private readonly Histogram<double> appendDuration;
    private readonly Counter<long> authenticationFailures;

    public GovernanceMetrics(IMeterFactory meters)
    {
        meter = meters.Create(MeterName);
        decisions = meter.CreateCounter<long>("agentfunctions.decisions", "{decision}", "Decisions answered, by outcome.");
        decisionDuration = meter.CreateHistogram<double>("agentfunctions.decision.duration", "s", "From the parsed request to the answer, by outcome.");
        appendDuration = meter.CreateHistogram<double>("agentfunctions.ledger.append.duration", "s", "From the queued entry to its durable commit, by outcome.");
        authenticationFailures = meter.CreateCounter<long>("agentfunctions.authentication.failures", "{request}", "Requests refused for who called, by code.");
    }

    /// <param name="outcome">`allow`, `challenge`, `deny`, or the code of the problem that took its place.</param>
    public void Decided(string outcome, TimeSpan duration)
    {
        var tag = new KeyValuePair<string, object?>("outcome", outcome);
        decisions.Add(1, tag);
        decisionDuration.Record(duration.TotalSeconds, tag);
    }

    /// <param name="outcome">`committed` or `not_committed`.</param>
    public void Appended(string outcome, TimeSpan duration) =>
        appendDuration.Record(duration.TotalSeconds, new KeyValuePair<string, object?>("outcome", outcome));

    public void AuthenticationFailed(ProblemCode code) =>
        authenticationFailures.Add(1, new TagList { { "code", ProblemKind.Of(code).Name } });

    public void Dispose() => meter.Dispose();
}
