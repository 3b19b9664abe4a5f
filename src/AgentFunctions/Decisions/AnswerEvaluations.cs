using System.Diagnostics;
using AgentFunctions.Domain.Attributes;
using AgentFunctions.Hosting;
using AgentFunctions.Security;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace AgentFunctions.Decisions;

/// <summary>From a request on an AuthZEN evaluation endpoint to its answer, within the time that a decision has.</summary>
internal sealed class AnswerEvaluations(
    RequestBody bodies, EvaluateAccess evaluateAccess, EvaluateMany evaluateMany, IOptions<DecisionOptions> options, TimeProvider clock)
{
    public Task<IResult> OneAsync(HttpRequest request, CancellationToken cancellationToken) =>
        InTimeAsync(request, RunOneAsync, cancellationToken);

    public Task<IResult> ManyAsync(HttpRequest request, CancellationToken cancellationToken) =>
        InTimeAsync(request, RunManyAsync, cancellationToken);

    private async Task<IResult> InTimeAsync(
        HttpRequest request, Func<Caller, AttributeValue, CancellationToken, Task<IResult>> run, CancellationToken cancellationToken)
    {
        var patience = TimeSpan.FromMilliseconds(options.Value.DecisionMilliseconds);
        using var deadline = new CancellationTokenSource(patience, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, cancellationToken);
        return await bodies.ReadAttributesAsync(request, new BodyLimits(options.Value.BodyKilobytes << 10, patience / 2), either.Token) switch
        {
            BodyOutcome<AttributeValue>.Accepted body => await run(request.HttpContext.GetCaller(), body.Value, either.Token),
            BodyOutcome<AttributeValue>.Refused refused => refused.Problem,
            _ => throw new UnreachableException(),
        };
    }

    private async Task<IResult> RunOneAsync(Caller caller, AttributeValue body, CancellationToken cancellationToken) =>
        EvaluationAnswer.Of(await evaluateAccess.RunAsync(caller, body, cancellationToken));

    private async Task<IResult> RunManyAsync(Caller caller, AttributeValue body, CancellationToken cancellationToken) =>
        EvaluationsReader.Read(body) switch
        {
            JsonParse<Evaluations>.Accepted { Value.Items.Count: 0 } => await RunOneAsync(caller, body, cancellationToken),
            JsonParse<Evaluations>.Accepted several => EvaluationAnswer.Of(await evaluateMany.RunAsync(caller, several.Value, cancellationToken)),
            JsonParse<Evaluations>.Refused refused => new Problem(ProblemCode.InvalidRequest, JsonText.Describe(refused.Pointer, refused.Why)),
            _ => throw new UnreachableException(),
        };
}
