using System.Reflection;
using AgentFunctions.LocalRuntime;
using AgentFunctions.LocalRuntime.Functions;
using AgentFunctions.LocalRuntime.Hosting;
using AgentFunctions.LocalRuntime.Http;
using AgentFunctions.LocalRuntime.Invocations;
using AgentFunctions.LocalRuntime.Timers;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Diagnostics.Metrics;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Microsoft.Azure.Functions.Worker.Builder;

/// <summary>Collects an app's services, settings and middleware; building finds its functions.</summary>
public sealed class FunctionsApplicationBuilder : IHostApplicationBuilder, IFunctionsWorkerApplicationBuilder
{
    private readonly HostApplicationBuilder host;
    private readonly StartRefusedException? refusal;
    private readonly FunctionPipeline pipeline = new();
    private bool hasHttp;
    private bool hasBuilt;

    internal FunctionsApplicationBuilder(string[] args) => (host, refusal) = LocalHost.Create(args);

    public IDictionary<object, object> Properties => ((IHostApplicationBuilder)host).Properties;

    public ConfigurationManager Configuration => host.Configuration;

    IConfigurationManager IHostApplicationBuilder.Configuration => host.Configuration;

    public IHostEnvironment Environment => host.Environment;

    public ILoggingBuilder Logging => host.Logging;

    public IMetricsBuilder Metrics => host.Metrics;

    public IServiceCollection Services => host.Services;

    /// <summary>Where functions are looked for; null: in the entry assembly.</summary>
    internal IReadOnlyList<Type>? FunctionTypes { get; set; }

    public IFunctionsWorkerApplicationBuilder Use(Func<FunctionExecutionDelegate, FunctionExecutionDelegate> middleware)
    {
        RefuseIfBuilt();
        pipeline.Add(middleware);
        return this;
    }

    public void ConfigureContainer<TContainerBuilder>(IServiceProviderFactory<TContainerBuilder> factory, Action<TContainerBuilder>? configure = null)
        where TContainerBuilder : notnull => host.ConfigureContainer(factory, configure);

    /// <summary>Once only. Functions that could not run as they are written are refused here, by name.</summary>
    public IHost Build()
    {
        RefuseIfBuilt();
        hasBuilt = true;
        if (FunctionTypes is not null)
        {
            return Build(FunctionTypes);
        }

        FunctionsServer.EndProcessWhenAddressIsTaken(Services);
        try
        {
            return Build(Assembly.GetEntryAssembly()!.GetTypes()); // Null only when native code hosts the runtime.
        }
        catch (StartRefusedException refused)
        {
            ProcessEnd.Refuse(refused.Message);
            throw;
        }
    }

    internal void AddHttp()
    {
        if (!hasHttp)
        {
            hasHttp = true;
            Use(next => context => FunctionInvoker.ShowAndAnswerAsync(context, next));
        }
    }

    private IHost Build(IReadOnlyList<Type> types)
    {
        if (refusal is not null)
        {
            throw refusal;
        }

        var functions = FunctionCatalog.Discover(types);
        if (!hasHttp && functions.OfType<Function.Http>().FirstOrDefault() is { } unreachable)
        {
            throw new StartRefusedException($"function `{unreachable.Definition.Name}` takes `HttpRequest`, which needs `builder.ConfigureFunctionsWebApplication()`");
        }

        Services.TryAddSingleton(TimeProvider.System);
        Services.AddSingleton(HostJson.Read(Environment.ContentRootPath));
        Services.AddSingleton<IReadOnlyList<Function>>(functions);
        Services.AddSingleton(pipeline.Build());
        Services.AddSingleton<FunctionInvoker>();
        Services.AddSingleton<FunctionEndpoints>();
        TimerServices.Add(Services, Configuration, functions);
        FunctionsServer.StartLast(Services);

        var built = host.Build();
        try
        {
            // Made now rather than when first used, because they refuse conflicting routes and unreadable schedules.
            _ = built.Services.GetRequiredService<FunctionEndpoints>();
            _ = built.Services.GetService<IReadOnlyList<TimerRunner>>();
            return built;
        }
        catch
        {
            built.Dispose();
            throw;
        }
    }

    private void RefuseIfBuilt()
    {
        if (hasBuilt)
        {
            throw new InvalidOperationException("the application was already built");
        }
    }
}
