using AgentFunctions.Hosting;
using AgentFunctions.Ledger.Changes;
using Microsoft.AspNetCore.Http;

namespace AgentFunctions.Principals;

/// <summary>How the outcome of a change is answered: 201 with the new document, 200 with the changed or unchanged one, 204 when it is gone.</summary>
internal static class SavedAnswer
{
    public static IResult Of(ChangeOutcome<SavedRow> outcome) => outcome switch
    {
        ChangeOutcome<SavedRow>.Refused refused => refused.Problem,
        ChangeOutcome<SavedRow>.Unchanged unchanged => DocumentAnswer.Ok(unchanged.Answer.Document, unchanged.Answer.Version),
        ChangeOutcome<SavedRow>.Applied { Answer.Version: 0 } => Results.NoContent(),
        ChangeOutcome<SavedRow>.Applied applied => new DocumentAnswer(
            applied.Answer.Document, applied.Answer.IsNew ? StatusCodes.Status201Created : StatusCodes.Status200OK, applied.Answer.Version),
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
