using AgentFunctions.Domain.Principals;
using AgentFunctions.Hosting;
using AgentFunctions.Ledger.Changes;
using AgentFunctions.Security;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace AgentFunctions.Principals;

/// <summary>Gives a principal its properties and its whole set of entitlements at once, of any size: all of it, or nothing.</summary>
internal sealed class ImportPrincipal(ReadImport reader, ImportPlan plan, ChangeAuthority authority, IOptions<ImportOptions> options) : IDisposable
{
    private readonly SemaphoreSlim room = new(options.Value.AtOnce);

    public async Task<IResult> RunAsync(PrincipalId principal, HttpRequest request, CancellationToken cancellationToken)
    {
        using var activity = GovernanceActivity.Source.StartActivity(nameof(ImportPrincipal));
        if (!await room.WaitAsync(TimeSpan.Zero, cancellationToken))
        {
            return new Problem(ProblemCode.ImportsBusy);
        }

        try
        {
            var read = await reader.RunAsync(principal, request, cancellationToken);
            if (read is not BodyOutcome<ImportDocument>.Accepted { Value: var wanted })
            {
                return Refusal.Of(read);
            }

            var caller = request.HttpContext.GetCaller();
            return Answer(await authority.RunAsync(caller, patience => plan.MakeAsync(principal, wanted, caller, patience), cancellationToken));
        }
        finally
        {
            room.Release();
        }
    }

    public void Dispose() => room.Dispose();

    private static IResult Answer(ChangeOutcome<ImportCounts> outcome) => outcome switch
    {
        ChangeOutcome<ImportCounts>.Refused refused => refused.Problem,
        ChangeOutcome<ImportCounts>.Unchanged unchanged => DocumentAnswer.Ok(unchanged.Answer.Print(), 0),
        ChangeOutcome<ImportCounts>.Applied applied => DocumentAnswer.Ok(applied.Answer.Print(), 0),
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
