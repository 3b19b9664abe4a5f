using Microsoft.AspNetCore.Http;

namespace AgentFunctions.Hosting;

/// <summary>Faults of the request itself that the server finds while it reads: broken chunks, a body cut off or too slow.</summary>
internal static class RequestFault
{
    public static Problem Describe(BadHttpRequestException fault) => fault.StatusCode switch
    {
        StatusCodes.Status408RequestTimeout => new Problem(ProblemCode.BodyTimeout),
        StatusCodes.Status413PayloadTooLarge => new Problem(ProblemCode.BodyTooLarge),
        _ => new Problem(ProblemCode.InvalidRequest, "the request could not be read"),
    };
}
