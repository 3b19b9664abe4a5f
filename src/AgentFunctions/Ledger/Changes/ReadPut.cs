using AgentFunctions.Domain.Attributes;
using AgentFunctions.Hosting;
using Microsoft.AspNetCore.Http;

namespace AgentFunctions.Ledger.Changes;

/// <summary>Parses a request to put a document, once: its preconditions, its body, the document in it.</summary>
internal sealed class ReadPut(DocumentBody body)
{
    /// <param name="parse">From a JSON object; refuses members that it does not know.</param>
    public async Task<BodyOutcome<PutRequest<T>>> RunAsync<T>(
        HttpRequest request, Func<AttributeMap, BodyOutcome<T>> parse, CancellationToken cancellationToken)
    {
        var precondition = ChangePrecondition.Parse(request);
        if (precondition is not BodyOutcome<ChangePrecondition>.Accepted known)
        {
            return new BodyOutcome<PutRequest<T>>.Refused(Refusal.Of(precondition));
        }

        var read = await body.ReadAsync(request, cancellationToken);
        if (read is not BodyOutcome<AttributeMap>.Accepted document)
        {
            return new BodyOutcome<PutRequest<T>>.Refused(Refusal.Of(read));
        }

        return parse(document.Value) switch
        {
            BodyOutcome<T>.Accepted accepted => new BodyOutcome<PutRequest<T>>.Accepted(new(accepted.Value, known.Value)),
            BodyOutcome<T>.Refused refused => new BodyOutcome<PutRequest<T>>.Refused(refused.Problem),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }
}
