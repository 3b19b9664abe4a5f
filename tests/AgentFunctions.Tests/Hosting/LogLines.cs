using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace AgentFunctions.Tests.Hosting;

/// <summary>Everything that was logged, at every level.</summary>
internal sealed class LogLines : ILoggerProvider, ILogger
{
    private readonly ConcurrentQueue<(LogLevel Level, string Text)> lines = new();

    public IReadOnlyCollection<(LogLevel Level, string Text)> Lines => lines;

    public ILogger CreateLogger(string categoryName) => this;

    public void Dispose()
    {
    }

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        lines.Enqueue((logLevel, $"{formatter(state, exception)} {exception}"));
}
