using System.Buffers;
using System.IO.Pipelines;
using AgentFunctions.Domain.Principals;
using AgentFunctions.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace AgentFunctions.Principals;

/// <summary>Reads an import line by line as it arrives: what it holds at any time is the rows it has checked and one line.</summary>
internal sealed class ReadImport(IOptions<ImportOptions> options, TimeProvider clock)
{
    public const string ContentType = "application/x-ndjson";

    private const int MaxLine = 64 << 10;

    private readonly long maxBytes = (long)options.Value.MaxMebibytes << 20;

    public async Task<BodyOutcome<ImportDocument>> RunAsync(PrincipalId principal, HttpRequest request, CancellationToken cancellationToken)
    {
        if (MediaType.IsEncoded(request)
            || !MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
            || !type.MediaType.Equals(ContentType, StringComparison.OrdinalIgnoreCase))
        {
            return Refused(new Problem(ProblemCode.UnsupportedMediaType, $"an import is {ContentType}, not compressed"));
        }

        if (request.ContentLength > maxBytes)
        {
            return Refused(TooLarge());
        }

        Admit(request);
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(options.Value.ReadSeconds), clock);
        using var late = patience.Token.Register(request.BodyReader.CancelPendingRead); // See RequestBody.
        try
        {
            return await ReadAsync(new ImportLines(principal, options.Value.MaxRows), request.BodyReader, cancellationToken);
        }
        catch (IOException fault)
        {
            return Refused(RequestFault.Describe(fault));
        }
    }

    private async Task<BodyOutcome<ImportDocument>> ReadAsync(ImportLines lines, PipeReader reader, CancellationToken cancellationToken)
    {
        for (long read = 0; ;)
        {
            var result = await reader.ReadAsync(cancellationToken);
            var rest = result.Buffer;
            if (result.IsCanceled)
            {
                reader.AdvanceTo(rest.Start);
                return Refused(new Problem(ProblemCode.BodyTimeout));
            }

            while (TryCutLine(ref rest, result.IsCompleted, out var line))
            {
                read += line.Length + 1;
                if ((line.Length > MaxLine ? lines.TooLong(MaxLine) : lines.Add(line.ToArray())) is { } problem)
                {
                    reader.AdvanceTo(rest.Start);
                    return Refused(problem);
                }
            }

            reader.AdvanceTo(rest.Start, rest.End);
            if (read + rest.Length > maxBytes)
            {
                return Refused(TooLarge());
            }

            if (rest.Length > MaxLine)
            {
                return Refused(lines.TooLong(MaxLine));
            }

            if (result.IsCompleted)
            {
                return lines.End();
            }
        }
    }

    // The last line may do without its line feed; an empty one after the last line feed is none.
    private static bool TryCutLine(ref ReadOnlySequence<byte> rest, bool isLast, out ReadOnlySequence<byte> line)
    {
        var end = rest.PositionOf((byte)'\n');
        if (end is null)
        {
            line = rest;
            rest = isLast ? rest.Slice(rest.End) : rest;
            return isLast && line.Length > 0;
        }

        line = rest.Slice(0, end.Value);
        rest = rest.Slice(rest.GetPosition(1, end.Value));
        return true;
    }

    // The server's own limit is for small bodies.
    private void Admit(HttpRequest request)
    {
        if (request.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
        {
            limit.MaxRequestBodySize = maxBytes;
        }
    }

    private Problem TooLarge() => new(ProblemCode.BodyTooLarge, $"at most {maxBytes} bytes are read");

    private static BodyOutcome<ImportDocument>.Refused Refused(Problem problem) => new(problem);
}
