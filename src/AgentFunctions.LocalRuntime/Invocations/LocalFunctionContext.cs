using AgentFunctions.LocalRuntime.Functions;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace AgentFunctions.LocalRuntime.Invocations;

/// <summary>One run. What most functions never ask for is made when it is asked for: this is the hot path.</summary>
internal sealed class LocalFunctionContext(Function function, DateTimeOffset startedAt) : FunctionContext
{
    /// <summary>The key under which upstream's middleware finds the request in <see cref="Items"/>.</summary>
    internal const string HttpContextKey = "HttpRequestContext";

    private string? invocationId;
    private IServiceProvider? services;
    private IDictionary<object, object>? items;
    private LocalInvocationFeatures? features;
    private LocalBindingContext? binding;
    private LocalTraceContext? trace;

    public Function Function => function;

    /// <summary>The request that runs the function; null in a timer's run.</summary>
    public HttpContext? HttpContext { get; init; }

    /// <summary>Cancels a timer's run; a request has its own token, made by the server when it is first asked for.</summary>
    public CancellationToken TimerToken { get; init; }

    /// <summary>The schedule's state; null in a request.</summary>
    public TimerInfo? Timer { get; init; }

    /// <summary>The request, once the middleware of ConfigureFunctionsWebApplication was reached.</summary>
    public HttpContext? ShownHttpContext { get; private set; }

    public object? Result { get; set; }

    public bool HasItems => items is not null;

    public override string InvocationId => invocationId ??= Guid.CreateVersion7(startedAt).ToString();

    public override string FunctionId => function.Definition.Id;

    public override FunctionDefinition FunctionDefinition => function.Definition;

    public override CancellationToken CancellationToken => HttpContext?.RequestAborted ?? TimerToken;

    public override IServiceProvider InstanceServices
    {
        get => services ??= HttpContext!.RequestServices; // Only a timer's run has no request, and it is given its services.
        set => services = value;
    }

    public override IDictionary<object, object> Items
    {
        get => items ??= ShownHttpContext is null ? [] : new Dictionary<object, object> { [HttpContextKey] = ShownHttpContext };
        set => items = value;
    }

    public override IInvocationFeatures Features => features ??= new LocalInvocationFeatures(function.Definition);

    public override BindingContext BindingContext => binding ??= new LocalBindingContext(HttpContext?.Request.RouteValues);

    public override TraceContext TraceContext => trace ??= new LocalTraceContext(HttpContext);

    public override RetryContext RetryContext => LocalRetryContext.NeverRetried;

    public void ShowHttpContext()
    {
        ShownHttpContext = HttpContext;
        if (items is not null && HttpContext is not null)
        {
            items[HttpContextKey] = HttpContext;
        }
    }
}
