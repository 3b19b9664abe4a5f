using System.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Azure.Functions.Worker;

namespace AgentFunctions.LocalRuntime.Invocations;

internal sealed class LocalTraceContext : TraceContext
{
    public LocalTraceContext(HttpContext? http)
    {
        // The request's own activity: the current one may already be the function's.
        var activity = http?.Features.Get<IHttpActivityFeature>()?.Activity ?? (http is null ? Activity.Current : null);
        TraceParent = activity?.Id ?? string.Empty;
        TraceState = activity?.TraceStateString ?? string.Empty;
    }

    public override string TraceParent { get; }

    public override string TraceState { get; }
}
