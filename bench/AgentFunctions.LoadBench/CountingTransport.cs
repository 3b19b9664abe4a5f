using Azure.Core;
using Azure.Core.Pipeline;

namespace AgentFunctions.LoadBench;

/// <summary>The SDK's own shared transport, with every request to storage counted by what it is.</summary>
internal sealed class CountingTransport : HttpPipelineTransport
{
    private readonly HttpPipelineTransport carrier = HttpClientTransport.Shared;
    private long reads;
    private long queries;
    private long transactions;
    private long others;

    public StorageCounts Counts => new(
        Interlocked.Read(ref reads), Interlocked.Read(ref queries), Interlocked.Read(ref transactions), Interlocked.Read(ref others));

    public override Request CreateRequest() => carrier.CreateRequest();

    public override void Process(HttpMessage message)
    {
        Count(message.Request);
        carrier.Process(message);
    }

    public override ValueTask ProcessAsync(HttpMessage message)
    {
        Count(message.Request);
        return carrier.ProcessAsync(message);
    }

    private void Count(Request request)
    {
        var path = request.Uri.Path;
        if (request.Method == RequestMethod.Get && path.Contains("RowKey=", StringComparison.Ordinal))
        {
            _ = Interlocked.Increment(ref reads);
        }
        else if (request.Method == RequestMethod.Get)
        {
            _ = Interlocked.Increment(ref queries);
        }
        else if (path.EndsWith("$batch", StringComparison.Ordinal))
        {
            _ = Interlocked.Increment(ref transactions);
        }
        else
        {
            _ = Interlocked.Increment(ref others);
        }
    }
}
