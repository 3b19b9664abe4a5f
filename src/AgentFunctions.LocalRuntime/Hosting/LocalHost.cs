using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;

namespace AgentFunctions.LocalRuntime.Hosting;

/// <summary>A generic host as the worker's, with the Functions host's settings and server in the same process.</summary>
internal static class LocalHost
{
    public static HostApplicationBuilder Create(string[] arguments)
    {
        var settings = LocalSettings.Read(AppContext.BaseDirectory);
        settings.AddToEnvironment();

        var configuration = new ConfigurationManager();
        configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            // As `func start` has it: the app's own folder, wherever it is started from, and a developer's machine.
            [HostDefaults.ContentRootKey] = AppContext.BaseDirectory,
            [HostDefaults.EnvironmentKey] = Environments.Development,

            // Six lines a request otherwise. The host's own logs are not the app's either.
            ["Logging:LogLevel:Microsoft.AspNetCore"] = "Warning",
        });
        configuration.AddEnvironmentVariables("ASPNETCORE_");
        configuration.AddEnvironmentVariables("AZURE_FUNCTIONS_");
        var builder = new HostApplicationBuilder(new HostApplicationBuilderSettings { Args = arguments, Configuration = configuration });

        var address = ListenAddress.Choose(arguments, configuration, settings.LocalHttpPort);
        new WebHostBootstrap(builder).ConfigureWebHostDefaults(web => FunctionsServer.Configure(web, address));
        return builder;
    }
}
