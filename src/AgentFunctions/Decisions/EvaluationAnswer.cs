using System.Buffers;
using System.Net.Mime;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace AgentFunctions.Decisions;

/// <summary>The answer to one evaluation, or to several in their order.</summary>
internal sealed class EvaluationAnswer : IResult
{
    private readonly Action<Utf8JsonWriter> write;

    private EvaluationAnswer(Action<Utf8JsonWriter> write) => this.write = write;

    public static IResult Of(Evaluated evaluated) => evaluated is Evaluated.Refused refused
        ? refused.Problem
        : new EvaluationAnswer(json => EvaluationContracts.Write(json, evaluated));

    public static IResult Of(IReadOnlyList<Evaluated> evaluations) => new EvaluationAnswer(json =>
    {
        json.WriteStartObject();
        json.WriteStartArray("evaluations");
        foreach (var evaluated in evaluations)
        {
            EvaluationContracts.Write(json, evaluated);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    });

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var body = new ArrayBufferWriter<byte>(1024);
        await using (var json = new Utf8JsonWriter(body))
        {
            write(json);
        }

        var response = httpContext.Response;
        response.ContentType = MediaTypeNames.Application.Json;
        response.ContentLength = body.WrittenCount;
        await response.Body.WriteAsync(body.WrittenMemory, httpContext.RequestAborted);
    }
}
