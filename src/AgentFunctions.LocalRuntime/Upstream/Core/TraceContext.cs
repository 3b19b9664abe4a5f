using System.Collections.Immutable;

namespace Microsoft.Azure.Functions.Worker;

/// <summary>The run's place in a distributed trace (W3C Trace Context).</summary>
public abstract class TraceContext
{
    /// <summary>The `traceparent` value; empty when nothing is traced.</summary>
    public abstract string TraceParent { get; }

    /// <summary>The `tracestate` value; empty when there is none.</summary>
    public abstract string TraceState { get; }

    public virtual IReadOnlyDictionary<string, string> Attributes => ImmutableDictionary<string, string>.Empty;

    public virtual IReadOnlyDictionary<string, string> Baggage => ImmutableDictionary<string, string>.Empty;
}
