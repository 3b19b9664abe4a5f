using Microsoft.AspNetCore.Http;

namespace AgentFunctions.Tests.Hosting;

/// <summary>An answer that fails while it is written.</summary>
internal sealed class UnwritableResult : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.StatusCode = StatusCodes.Status200OK;
        throw new InvalidOperationException("secret");
    }
}
