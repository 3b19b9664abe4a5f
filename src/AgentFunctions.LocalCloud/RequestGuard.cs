using AgentFunctions.LocalCloud.Issuer;
using Microsoft.Extensions.Primitives;

namespace AgentFunctions.LocalCloud;

/// <summary>
/// Answers only requests whose Host is a loopback name, so that a web page elsewhere cannot read tokens by pointing its
/// own name at 127.0.0.1 (DNS rebinding), and keeps every answer out of caches and frames.
/// </summary>
internal sealed partial class RequestGuard(RequestDelegate next, ILogger<RequestGuard> logger)
{
    public async Task InvokeAsync(HttpContext context)
    {
        var headers = context.Response.Headers;
        headers.CacheControl = "no-store";
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = new StringValues("no-referrer");

        if (!IsLoopback(context.Request.Host))
        {
            await OAuthError.InvalidRequest($"the host {OAuthError.Quote(context.Request.Host.Value)} is not a loopback name").ToResult().ExecuteAsync(context);
            return;
        }

        try
        {
            await next(context);
        }
        catch (BadHttpRequestException exception) when (!context.Response.HasStarted)
        {
            await OAuthError.Unreadable(exception.StatusCode).ToResult().ExecuteAsync(context);
        }
        catch (Exception exception) when (!context.Response.HasStarted && !context.RequestAborted.IsCancellationRequested)
        {
            Log.Failed(logger, exception);
            await OAuthError.ServerError().ToResult().ExecuteAsync(context);
        }
    }

    private static bool IsLoopback(HostString host) =>
        Uri.TryCreate($"http://{host.Value}", UriKind.Absolute, out var uri) && ListenAddress.IsLoopback(uri);

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "LocalCloud failed to answer a request")]
        public static partial void Failed(ILogger logger, Exception exception);
    }
}
