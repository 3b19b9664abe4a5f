using AgentFunctions.Security;

namespace AgentFunctions.Decisions;

/// <summary>Several evaluations under one semantic. Each is decided and recorded by itself; together they have the time of one.</summary>
internal sealed class EvaluateMany(EvaluateAccess evaluateAccess)
{
    public async Task<IReadOnlyList<Evaluated>> RunAsync(Caller caller, Evaluations evaluations, CancellationToken cancellationToken) =>
        evaluations.Semantic == EvaluationsSemantic.ExecuteAll
            ? await Task.WhenAll(evaluations.Items.Select(item => evaluateAccess.RunAsync(caller, item, cancellationToken)))
            : await RunUntilAsync(caller, evaluations, evaluations.Semantic == EvaluationsSemantic.PermitOnFirstPermit, cancellationToken);

    private async Task<IReadOnlyList<Evaluated>> RunUntilAsync(
        Caller caller, Evaluations evaluations, bool lastPermits, CancellationToken cancellationToken)
    {
        var answers = new List<Evaluated>(evaluations.Items.Count);
        foreach (var item in evaluations.Items)
        {
            answers.Add(await evaluateAccess.RunAsync(caller, item, cancellationToken));
            if (EvaluationContracts.Permits(answers[^1]) == lastPermits)
            {
                break;
            }
        }

        return answers;
    }
}
