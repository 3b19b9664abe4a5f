using Azure.Core;
using Azure.Core.Pipeline;

namespace AgentFunctions.Shared;

/// <summary>The Azure SDK's way to storage, which misbehaves as the test's script says. Requests are counted from 1.</summary>
public sealed class FaultyTransport : HttpPipelineTransport, IDisposable
{
    private readonly HttpClientTransport real = new();
    private readonly List<Task> late = [];
    private readonly Lock gate = new();
    private int count;

    /// <summary>Says what happens to a request: its number since the start and the message. Null is no fault.</summary>
    public Func<int, HttpMessage, Fault?> Script { get; set; } = static (_, _) => null;

    public int Count => Volatile.Read(ref count);

    /// <summary>Done when every delayed or doubled request has been delivered.</summary>
    public Task LateDeliveries()
    {
        lock (gate)
            return Task.WhenAll(late);
    }

    public override Request CreateRequest() => real.CreateRequest();

    public override void Process(HttpMessage message) => throw new NotSupportedException("the product is asynchronous to the edge");

    public override async ValueTask ProcessAsync(HttpMessage message)
    {
        switch (Script(Interlocked.Increment(ref count), message))
        {
            case null:
                await real.ProcessAsync(message);
                break;
            case Fault.Refuse:
                throw new Azure.RequestFailedException("refused", new HttpRequestException(HttpRequestError.ConnectionError, "refused"));
            case Fault.Break:
                throw new Azure.RequestFailedException("broken", new HttpRequestException(HttpRequestError.ResponseEnded, "broken"));
            case Fault.Status(var status):
                message.Response = new EmptyResponse(status);
                break;
            case Fault.Garble:
                await real.ProcessAsync(message);
                message.Response = new EmptyResponse(message.Response.Status) { ContentStream = new MemoryStream([.. "<html>not what you asked for"u8]) };
                break;
            case Fault.Hang:
                await Task.Delay(Timeout.Infinite, message.CancellationToken);
                break;
            case Fault.LoseAnswer:
                await real.ProcessAsync(message);
                throw new Azure.RequestFailedException("broken", new HttpRequestException(HttpRequestError.ResponseEnded, "broken"));
            case Fault.Die:
                throw new ProcessDied();
            case Fault.DieAfterwards:
                await real.ProcessAsync(message);
                throw new ProcessDied();
            case Fault.Double:
                await Again(message, Task.CompletedTask);
                await real.ProcessAsync(message);
                break;
            case Fault.HoldBack(var until):
                Remember(Again(message, until));
                await Task.Delay(Timeout.Infinite, message.CancellationToken);
                break;
        }
    }

    public void Dispose() => real.Dispose();

    private void Remember(Task delivery)
    {
        lock (gate)
            late.Add(delivery);
    }

    // Sends a copy of the request that shares nothing with the caller's, and forgets the answer.
    private async Task Again(HttpMessage message, Task until)
    {
        var copy = real.CreateRequest();
        copy.Method = message.Request.Method;
        copy.Uri.Reset(message.Request.Uri.ToUri());
        foreach (var header in message.Request.Headers)
            copy.Headers.SetValue(header.Name, header.Value);
        if (message.Request.Content is { } content)
        {
            using var bytes = new MemoryStream();
            await content.WriteToAsync(bytes, CancellationToken.None);
            copy.Content = RequestContent.Create(bytes.ToArray());
        }

        await until;
        using var second = new HttpMessage(copy, new ResponseClassifier());
        await real.ProcessAsync(second);
    }
}
