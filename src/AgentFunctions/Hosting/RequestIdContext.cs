using Microsoft.AspNetCore.Http;

namespace AgentFunctions.Hosting;

/// <summary>The request id of a request, put there by the answer middleware.</summary>
internal static class RequestIdContext
{
    public static string GetRequestId(this HttpContext context) =>
        context.Features.Get<RequestId>()?.Value ?? context.TraceIdentifier;
}
