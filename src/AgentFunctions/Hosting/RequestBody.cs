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

        using var patience = new CancellationTokenSource(limits.Patience, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        try
        {
            return await ReadToEndAsync(request, limits, either.Token);
        }
        catch (OperationCanceledException) when (patience.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            return new BodyOutcome<ReadOnlyMemory<byte>>.Refused(new Problem(ProblemCode.BodyTimeout));
        }
        catch (IOException fault)
        {
            return new BodyOutcome<ReadOnlyMemory<byte>>.Refused(RequestFault.Describe(fault));
        }
    }

    // What is not declared (chunked) or declared wrongly is counted: the buffer never holds more than one byte too many.
    private static async ValueTask<BodyOutcome<ReadOnlyMemory<byte>>> ReadToEndAsync(HttpRequest request, BodyLimits limits, CancellationToken cancellationToken)
    {
        var buffer = new byte[Math.Min(limits.MaxBytes, (int)(request.ContentLength ?? 1024)) + 1];
        var length = 0;
        while (true)
        {
            var read = await request.Body.ReadAsync(buffer.AsMemory(length), cancellationToken);
            if (read == 0)
            {
                return new BodyOutcome<ReadOnlyMemory<byte>>.Accepted(buffer.AsMemory(0, length));
            }

            length += read;
            if (length > limits.MaxBytes)
            {
                return TooLarge(limits);
            }

            if (length == buffer.Length)
            {
                Array.Resize(ref buffer, Math.Min(buffer.Length * 2, limits.MaxBytes + 1));
            }
        }
    }

    private static BodyOutcome<ReadOnlyMemory<byte>>.Refused TooLarge(BodyLimits limits) =>
        new(new Problem(ProblemCode.BodyTooLarge, $"at most {limits.MaxBytes} bytes are read"));
}
