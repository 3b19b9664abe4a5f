using System.Text.Json;
using AgentFunctions.Domain.Attributes;
using Microsoft.AspNetCore.Http;

namespace AgentFunctions.Hosting;

/// <summary>Reads a body that is one small JSON object.</summary>
internal sealed class DocumentBody(RequestBody body)
{
    private static readonly BodyLimits Limits = new(64 << 10, TimeSpan.FromSeconds(5));

    public async Task<BodyOutcome<AttributeMap>> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        switch (await body.ReadDocumentAsync(request, Limits, cancellationToken))
        {
            case BodyOutcome<JsonDocument>.Accepted accepted:
                using (accepted.Value)
                {
                    return Read(AttributeJson.Parse(accepted.Value.RootElement, StrictJson.MaxDepth));
                }

            case BodyOutcome<JsonDocument>.Refused refused:
                return new BodyOutcome<AttributeMap>.Refused(refused.Problem);

            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    private static BodyOutcome<AttributeMap> Read(JsonParse<AttributeValue> parse) => parse switch
    {
        JsonParse<AttributeValue>.Accepted { Value: AttributeValue.Map map } => new BodyOutcome<AttributeMap>.Accepted(map.Members),
        JsonParse<AttributeValue>.Refused refused => new BodyOutcome<AttributeMap>.Refused(DocumentProblem.Of(refused.Pointer, refused.Why)),
        _ => new BodyOutcome<AttributeMap>.Refused(new Problem(ProblemCode.InvalidRequest, "the body must be an object")),
    };
}
