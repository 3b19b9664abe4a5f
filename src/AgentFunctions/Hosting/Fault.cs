using System.Net.Sockets;
using System.Text.Json;
using System.Xml;
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

        // Storage answered what it never should: the caller's own JSON is parsed without exceptions.
        JsonException or XmlException or InvalidDataException => new Problem(ProblemCode.StorageUnavailable),
        _ => new Problem(ProblemCode.InternalError),
    };
}
