using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace AgentFunctions.LocalRuntime.Hosting;

/// <summary>
/// Lets ASP.NET Core's own `ConfigureWebHostDefaults`, which only knows <see cref="IHostBuilder"/>, set up Kestrel, routing and
/// hosting startups on a <see cref="HostApplicationBuilder"/>. `WebApplication` would add middleware that the worker does not have.
/// </summary>
internal sealed class WebHostBootstrap(HostApplicationBuilder builder) : IHostBuilder
{
    private readonly HostBuilderContext context =
        (HostBuilderContext)builder.Services.Single(service => service.ServiceType == typeof(HostBuilderContext)).ImplementationInstance!; // Registered as one.

    public IDictionary<object, object> Properties => context.Properties;

    public IHostBuilder ConfigureHostConfiguration(Action<IConfigurationBuilder> configureDelegate)
    {
        configureDelegate(builder.Configuration);
        return this;
    }

    public IHostBuilder ConfigureAppConfiguration(Action<HostBuilderContext, IConfigurationBuilder> configureDelegate)
    {
        configureDelegate(context, builder.Configuration);
        return this;
    }

    public IHostBuilder ConfigureServices(Action<HostBuilderContext, IServiceCollection> configureDelegate)
    {
        configureDelegate(context, builder.Services);
        return this;
    }

    public IHostBuilder UseServiceProviderFactory<TContainerBuilder>(IServiceProviderFactory<TContainerBuilder> factory)
        where TContainerBuilder : notnull => throw new NotSupportedException();

    public IHostBuilder UseServiceProviderFactory<TContainerBuilder>(Func<HostBuilderContext, IServiceProviderFactory<TContainerBuilder>> factory)
        where TContainerBuilder : notnull => throw new NotSupportedException();

    public IHostBuilder ConfigureContainer<TContainerBuilder>(Action<HostBuilderContext, TContainerBuilder> configureDelegate) =>
        throw new NotSupportedException();

    public IHost Build() => throw new NotSupportedException();
}
