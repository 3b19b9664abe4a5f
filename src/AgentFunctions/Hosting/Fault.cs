using System.Net.Sockets;
using Azure;
using Azure.Identity;
using Microsoft.AspNetCore.Http;

namespace AgentFunctions.Hosting;

/// <summary>What the caller hears of a fault: whose it is, and never what it was.</summary>
internal static class Fault
{
    public static Problem Describe(Exception fault) => fault switch
    {
        BadHttpRequestException request => RequestFault.Describe(request),

        // The Azure clients throw all their tries together.
        AggregateException { InnerExceptions.Count: > 0 } several => Describe(several.InnerExceptions[^1]),
        RequestFailedException or AuthenticationFailedException or TimeoutException or OperationCanceledException
            or HttpRequestException or IOException or SocketException => new Problem(ProblemCode.StorageUnavailable),
        _ => new Problem(ProblemCode.InternalError),
    };
}
