using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;

namespace AgentFunctions.LocalRuntime.Hosting;

/// <summary>A generic host as the worker's, with the Functions host's settings and server in the same process.</summary>
/// <param name="Refusal">Why the app cannot start, found before it could be built; null when it may be.</param>
internal sealed record LocalHost(HostApplicationBuilder Builder, StartRefusedException? Refusal)
{
    public static LocalHost Create(string[] arguments)
    {
        var (settings, unreadable) = Try(() => LocalSettings.Read(AppContext.BaseDirectory), LocalSettings.None);
        settings.AddToEnvironment();

        var configuration = new ConfigurationManager();
        configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            // As `func start` has it: the app's own folder, wherever it is started from, and a developer's machine.
            [HostDefaults.ContentRootKey] = AppContext.BaseDirectory,
            [HostDefaults.EnvironmentKey] = Environments.Development,

            // The host starts an app anew when its files change; watching them costs one of the system's few watchers a host.
            ["hostBuilder:reloadConfigOnChange"] = "false",

            // Six lines a request otherwise. The host's own logs are not the app's either.
            ["Logging:LogLevel:Microsoft.AspNetCore"] = "Warning",
        });
        configuration.AddEnvironmentVariables("ASPNETCORE_");
        configuration.AddEnvironmentVariables("AZURE_FUNCTIONS_");
        var builder = new HostApplicationBuilder(new HostApplicationBuilderSettings { Args = arguments, Configuration = configuration });

        var (address, unusable) = Try(() => ListenAddress.Choose(arguments, configuration, settings.LocalHttpPort), fallback: null);
        new WebHostBootstrap(builder).ConfigureWebHostDefaults(web => FunctionsServer.Configure(web, address));
        return new LocalHost(builder, unreadable ?? unusable);
    }

    // A builder cannot be half made: what is refused is said when the app is built, where a test can catch it.
    private static (T Value, StartRefusedException? Refusal) Try<T>(Func<T> read, T fallback)
    {
        try
        {
            return (read(), null);
        }
        catch (StartRefusedException refusal)
        {
            return (fallback, refusal);
        }
    }
}
