using Microsoft.AspNetCore.Http;

namespace AgentFunctions.Hosting;

/// <summary>Faults of the request itself that the server finds while it reads: broken chunks, a body cut off or too slow, a client that is gone.</summary>
internal static class RequestFault
{
    /// <param name="fault">Thrown by a read of the body: the server does not make all of them bad requests.</param>
    public static Problem Describe(IOException fault) => (fault as BadHttpRequestException)?.StatusCode switch
    {
        StatusCodes.Status408RequestTimeout => new Problem(ProblemCode.BodyTimeout),
        StatusCodes.Status413PayloadTooLarge => new Problem(ProblemCode.BodyTooLarge),
        _ => new Problem(ProblemCode.InvalidRequest, "the request could not be read"),
    };
}
