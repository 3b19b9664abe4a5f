using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace AgentFunctions.LocalRuntime.Tests.Functions;

public static class ByMethod
{
    [Function("GetThing")]
    public static IResult Read([HttpTrigger("get", Route = "things/{id}")] HttpRequest request, string id) => Results.Text($"get {id}{request.QueryString}");

    [Function("PutThing")]
    public static IResult Write([HttpTrigger("put", Route = "things/{name}")] HttpRequest request, string name) => Results.Text($"put {name}{request.QueryString}");
}
