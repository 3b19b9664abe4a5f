using Azure.Core;
using Azure.Core.Pipeline;

namespace AgentFunctions.Tests.Hosting.Storage;

/// <summary>Carries the clients' requests to real storage, and breaks those that a test names.</summary>
internal sealed class FaultyTransport : HttpPipelineTransport, IDisposable
{
    private readonly HttpClientTransport inner = new();
    private int writes;

    /// <summary>Decides what happens to a request, by what it is.</summary>
    public Func<Request, Break> Rule { get; set; } = _ => Break.Nothing;

    /// <summary>Breaks from the given write on (1 is the next one), in the given way; everything after it too when the process is dead.</summary>
    public void BreakWrite(int number, Break how)
    {
        writes = 0;
        Rule = request =>
        {
            if (IsWrite(request))
            {
                writes++;
            }

            return how switch
            {
                Break.Dead or Break.DeadAfterwards => writes < number ? Break.Nothing : writes == number ? how : Break.Dead,
                _ => IsWrite(request) && writes == number ? how : Break.Nothing,
            };
        };
    }

    /// <summary>Writes since <see cref="BreakWrite"/>.</summary>
    public int Writes => writes;

    public static bool IsWrite(Request request) => request.Method != RequestMethod.Get;

    public void Dispose() => inner.Dispose();

    public override Request CreateRequest() => inner.CreateRequest();

    public override void Process(HttpMessage message) => throw new NotSupportedException();

    public override async ValueTask ProcessAsync(HttpMessage message)
    {
        var how = Rule(message.Request);
        switch (how)
        {
            case Break.Before:
                throw new IOException("connection reset before the request was sent");
            case Break.Dead:
                throw new ProcessDied();
            case Break.Hang:
                await Task.Delay(Timeout.Infinite, message.CancellationToken);
                break;
            default:
                await inner.ProcessAsync(message);
                break;
        }

        if (how == Break.After)
        {
            throw new IOException("connection reset before the answer was read");
        }

        if (how == Break.DeadAfterwards)
        {
            throw new ProcessDied();
        }
    }
}
