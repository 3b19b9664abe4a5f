using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Azure.Functions.Worker;

namespace AgentFunctions.LocalRuntime.SampleApp;

public static class RouteFunctions
{
    [Function(nameof(Texts))]
    public static IResult Texts(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "texts/{type}/{id?}")] HttpRequest request,
        string type,
        string? id) => Results.Text($"{type}|{id ?? "none"}|{request.Query["q"]}");

    [Function(nameof(Numbers))]
    public static Ok<string> Numbers(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "numbers/{small:int}/{large:long}")] HttpRequest request,
        int small,
        long large) => TypedResults.Ok($"{small + 1}|{large + 1}|{request.Method}");

    [Function(nameof(Guids))]
    public static Task<IResult> Guids(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "put", Route = "guids/{id:guid}")] HttpRequest request,
        Guid id) => Task.FromResult(Results.Text($"{request.Method} {id}"));

    [Function(nameof(Defaults))]
    public static IResult Defaults(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "defaults/{page:int?}")] HttpRequest request,
        int page = 7) => Results.Text($"{page}{request.QueryString}");

    /// <summary>No route: the function's name is its route. No methods: any.</summary>
    [Function("by-name")]
    public static IResult ByName([HttpTrigger(AuthorizationLevel.Function)] HttpRequest request) => Results.Text(request.Method);
}
