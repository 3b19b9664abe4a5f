using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace AgentFunctions.LocalRuntime.Tests.Functions;

/// <summary>Functions, each with one fault.</summary>
public static class Refused
{
    public static class ServiceAsParameter
    {
        [Function("Bad")]
        public static IResult Run([HttpTrigger("get", Route = "bad")] HttpRequest request, TimeProvider clock) => Results.Ok((request.Path, clock));
    }

    public static class BodyAsTrigger
    {
        [Function("Bad")]
        public static IResult Run([HttpTrigger("post", Route = "bad")] string body) => Results.Ok(body);
    }

    public static class DateInRoute
    {
        [Function("Bad")]
        public static IResult Run([HttpTrigger("get", Route = "{day:datetime}")] HttpRequest request, DateTime day) => Results.Ok((request.Path, day));
    }

    public static class GuidWithoutConstraint
    {
        [Function("Bad")]
        public static IResult Run([HttpTrigger("get", Route = "{id}")] HttpRequest request, Guid id) => Results.Ok((request.Path, id));
    }

    public static class OptionalNumber
    {
        [Function("Bad")]
        public static IResult Run([HttpTrigger("get", Route = "bad/{page:int?}")] HttpRequest request, int page) => Results.Ok((request.Path, page));
    }

    public static class RequestInTimer
    {
        [Function("Bad")]
        public static void Run([TimerTrigger("0 * * * * *")] TimerInfo timer, string name) => _ = (timer, name);
    }

    public static class TextForTimer
    {
        [Function("Bad")]
        public static void Run([TimerTrigger("0 * * * * *")] string timer) => _ = timer;
    }

    public static class ActionResult
    {
        [Function("Bad")]
        public static IActionResult Run([HttpTrigger("get", Route = "bad")] HttpRequest request) => new OkObjectResult(request.Path);
    }

    public static class ReturnsNothing
    {
        [Function("Bad")]
        public static Task Run([HttpTrigger("get", Route = "bad")] HttpRequest request) => Task.FromResult(request);
    }

    public static class TimerReturnsText
    {
        [Function("Bad")]
        public static Task<string> Run([TimerTrigger("0 * * * * *")] TimerInfo timer) => Task.FromResult($"{timer.IsPastDue}");
    }

    public static class NoTrigger
    {
        [Function("Bad")]
        public static IResult Run(HttpRequest request) => Results.Ok(request.Path);
    }

    public static class TwoTriggers
    {
        [Function("Bad")]
        public static IResult Run([HttpTrigger("get")] HttpRequest request, [TimerTrigger("0 * * * * *")] TimerInfo timer) => Results.Ok((request, timer));
    }

    public static class NotPublic
    {
        [Function("Bad")]
        internal static IResult Run([HttpTrigger("get")] HttpRequest request) => Results.Ok(request.Path);
    }

    public static class Overloaded
    {
        [Function("Bad")]
        public static IResult Run([HttpTrigger("get")] HttpRequest request) => Results.Ok(request.Path);

        public static IResult Run(string path) => Results.Ok(path);
    }

    public sealed class TwoConstructors(string path)
    {
        public TwoConstructors()
            : this("")
        {
        }

        [Function("Bad")]
        public IResult Run([HttpTrigger("get")] HttpRequest request) => Results.Ok((request.Path, path));
    }

    public static class BadName
    {
        [Function("no spaces")]
        public static IResult Run([HttpTrigger("get")] HttpRequest request) => Results.Ok(request.Path);
    }

    public static class SameName
    {
        [Function("Bad")]
        public static IResult One([HttpTrigger("get", Route = "one")] HttpRequest request) => Results.Ok(request.Path);

        [Function("bad")]
        public static IResult Two([HttpTrigger("get", Route = "two")] HttpRequest request) => Results.Ok(request.Path);
    }

    public static class BrokenTemplate
    {
        [Function("Bad")]
        public static IResult Run([HttpTrigger("get", Route = "a/{id")] HttpRequest request) => Results.Ok(request.Path);
    }

    public static class UnknownConstraint
    {
        [Function("Bad")]
        public static IResult Run([HttpTrigger("get", Route = "{id:planet}")] HttpRequest request) => Results.Ok(request.Path);
    }

    public static class Conflict
    {
        [Function("First")]
        public static IResult First([HttpTrigger("get", "put", Route = "a/{id}")] HttpRequest request, string id) => Results.Ok((request.Path, id));

        [Function("Second")]
        public static IResult Second([HttpTrigger("GET", Route = "a/b")] HttpRequest request) => Results.Ok(request.Path);
    }

    public static class TimerWithoutStorage
    {
        [Function("Bad")]
        public static void Run([TimerTrigger("0 * * * * *")] TimerInfo timer) => _ = timer;
    }

    public static class Admin
    {
        [Function("Bad")]
        public static IResult Run([HttpTrigger("get", Route = "admin/host")] HttpRequest request) => Results.Ok(request.Path);
    }

    public static class AnyFirstSegment
    {
        [Function("Bad")]
        public static IResult Run([HttpTrigger("get", Route = "{tenant}/x")] HttpRequest request, string tenant) => Results.Ok((request.Path, tenant));
    }
}
