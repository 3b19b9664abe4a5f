using AgentFunctions.Security;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace AgentFunctions.Decisions;

/// <summary>The AuthZEN Authorization API 1.0: may this act happen, and what else is served here.</summary>
internal sealed class DecisionFunctions(AnswerEvaluations answer, Discovery discovery)
{
    [Function("EvaluateAccess")]
    [RequireCaller]
    public Task<IResult> Evaluate(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "access/v1/evaluation")] HttpRequest request, CancellationToken cancellationToken) =>
        answer.OneAsync(request, cancellationToken);

    [Function("EvaluateMany")]
    [RequireCaller]
    public Task<IResult> EvaluateMany(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "access/v1/evaluations")] HttpRequest request, CancellationToken cancellationToken) =>
        answer.ManyAsync(request, cancellationToken);

    [Function("DiscoverDecisionPoint")]
    [Public]
    public IResult Discover(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = ".well-known/authzen-configuration")] HttpRequest request) =>
        discovery.Answer();
}
