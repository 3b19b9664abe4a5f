using AgentFunctions.LocalRuntime.Functions;
using AgentFunctions.LocalRuntime.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace AgentFunctions.LocalRuntime.Hosting;

/// <summary>Kestrel in the place of the Functions host.</summary>
internal static class FunctionsServer
{
    // The Functions host's default: 100 MiB. The app's own limits are lower and do the work.
    private const long LargestBody = 104_857_600;

    public static void Configure(IWebHostBuilder web, string? address)
    {
        web.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = LargestBody;
        });
        if (address is not null)
        {
            web.UseUrls(address);
        }

        web.Configure(app =>
        {
            app.UseRouting();
            app.Use(AnswerUnknown);
            app.UseEndpoints(endpoints => endpoints.DataSources.Add(app.ApplicationServices.GetRequiredService<FunctionEndpoints>()));
        });
    }

    /// <summary>Requests are taken once every hosted service of the app has started.</summary>
    public static void StartLast(IServiceCollection services)
    {
        var server = services.Single(service => string.Equals(service.ImplementationType?.Name, "GenericWebHostService", StringComparison.Ordinal));
        services.Remove(server);
        services.Add(server);
    }

    /// <summary>Ends the process in one line when the address cannot be had.</summary>
    public static void EndProcessWhenAddressIsTaken(IServiceCollection services)
    {
        if (services.LastOrDefault(service => service.ServiceType == typeof(IServer)) is { ImplementationType: { } kestrel })
        {
            services.Replace(ServiceDescriptor.Singleton<IServer>(provider =>
                new ProcessServer((IServer)ActivatorUtilities.CreateInstance(provider, kestrel))));
        }
    }

    // As the host does, for a path that no function has and for a method that its function does not take:
    // https://github.com/Azure/azure-functions-host/issues/10098
    private static Task AnswerUnknown(HttpContext http, RequestDelegate next)
    {
        if (http.GetEndpoint()?.Metadata.GetMetadata<Function>() is not null)
        {
            return next(http);
        }

        http.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    }
}
