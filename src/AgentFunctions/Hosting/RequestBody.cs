using System.Buffers;
using System.IO.Pipelines;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using AgentFunctions.Domain.Attributes;
using Microsoft.AspNetCore.Http;

namespace AgentFunctions.Hosting;

/// <summary>
/// Reads JSON bodies: media type, length and time are checked before a byte is parsed, and everything is parsed
/// before anything is used.
/// </summary>
internal sealed class RequestBody(TimeProvider clock)
{
    /// <summary>The body as a document; the caller disposes it.</summary>
    /// <exception cref="OperationCanceledException">The client went away, or <paramref name="cancellationToken"/> says so.</exception>
    public async ValueTask<BodyOutcome<JsonDocument>> ReadDocumentAsync(HttpRequest request, BodyLimits limits, CancellationToken cancellationToken)
    {
        if (MediaType.Refusal(request) is { } refusal)
        {
            return new BodyOutcome<JsonDocument>.Refused(refusal);
        }

        return await ReadBytesAsync(request, limits, cancellationToken) switch
        {
            BodyOutcome<ReadOnlyMemory<byte>>.Accepted bytes => JsonText.Parse(bytes.Value),
            BodyOutcome<ReadOnlyMemory<byte>>.Refused refused => new BodyOutcome<JsonDocument>.Refused(refused.Problem),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    /// <summary>The body as attribute values, for requests whose members are the caller's own.</summary>
    /// <exception cref="OperationCanceledException">The client went away, or <paramref name="cancellationToken"/> says so.</exception>
    public async ValueTask<BodyOutcome<AttributeValue>> ReadAttributesAsync(HttpRequest request, BodyLimits limits, CancellationToken cancellationToken)
    {
        if (MediaType.Refusal(request) is { } refusal)
        {
            return new BodyOutcome<AttributeValue>.Refused(refusal);
        }

        return await ReadBytesAsync(request, limits, cancellationToken) switch
        {
            BodyOutcome<ReadOnlyMemory<byte>>.Accepted bytes => JsonText.ParseAttributes(bytes.Value.Span),
            BodyOutcome<ReadOnlyMemory<byte>>.Refused refused => new BodyOutcome<AttributeValue>.Refused(refused.Problem),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    /// <summary>The body as a <typeparamref name="T"/>. Its options must be <see cref="StrictJson"/>'s.</summary>
    /// <exception cref="OperationCanceledException">The client went away, or <paramref name="cancellationToken"/> says so.</exception>
    public async ValueTask<BodyOutcome<T>> ReadAsync<T>(HttpRequest request, JsonTypeInfo<T> type, BodyLimits limits, CancellationToken cancellationToken)
        where T : class
    {
        switch (await ReadDocumentAsync(request, limits, cancellationToken))
        {
            case BodyOutcome<JsonDocument>.Accepted accepted:
                using (accepted.Value)
                {
                    return JsonText.Bind(accepted.Value, type);
                }

            case BodyOutcome<JsonDocument>.Refused refused:
                return new BodyOutcome<T>.Refused(refused.Problem);

            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    private async ValueTask<BodyOutcome<ReadOnlyMemory<byte>>> ReadBytesAsync(HttpRequest request, BodyLimits limits, CancellationToken cancellationToken)
    {
        if (request.ContentLength > limits.MaxBytes)
        {
            return TooLarge(limits);
        }

        // By its own means and not by a token: a read that a token cancelled leaves the server unable to drain the body.
        using var patience = new CancellationTokenSource(limits.Patience, clock);
        using var late = patience.Token.Register(request.BodyReader.CancelPendingRead);
        try
        {
            return await ReadToEndAsync(request.BodyReader, limits, request.ContentLength, cancellationToken);
        }
        catch (IOException fault)
        {
            return new BodyOutcome<ReadOnlyMemory<byte>>.Refused(RequestFault.Describe(fault));
        }
    }

    // What is not declared (chunked) or declared wrongly is counted: nothing beyond the limit is kept.
    private static async ValueTask<BodyOutcome<ReadOnlyMemory<byte>>> ReadToEndAsync(
        PipeReader body, BodyLimits limits, long? declared, CancellationToken cancellationToken)
    {
        var bytes = new ArrayBufferWriter<byte>(Math.Max(1, (int)(declared ?? 1024)));
        while (true)
        {
            var result = await body.ReadAsync(cancellationToken);
            var refusal = bytes.WrittenCount + result.Buffer.Length > limits.MaxBytes ? TooLarge(limits)
                : result.IsCanceled ? new(new Problem(ProblemCode.BodyTimeout))
                : null;
            foreach (var segment in refusal is null ? result.Buffer : default)
            {
                bytes.Write(segment.Span);
            }

            body.AdvanceTo(result.Buffer.End);
            if (refusal is not null)
            {
                return refusal;
            }

            if (result.IsCompleted)
            {
                return new BodyOutcome<ReadOnlyMemory<byte>>.Accepted(bytes.WrittenMemory);
            }
        }
    }

    private static BodyOutcome<ReadOnlyMemory<byte>>.Refused TooLarge(BodyLimits limits) =>
        new(new Problem(ProblemCode.BodyTooLarge, $"at most {limits.MaxBytes} bytes are read"));
}
