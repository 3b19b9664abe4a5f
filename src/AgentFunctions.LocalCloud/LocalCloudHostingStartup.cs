using AgentFunctions.LocalCloud;

[assembly: HostingStartup(typeof(LocalCloudHostingStartup))]

namespace AgentFunctions.LocalCloud;

/// <summary>
/// Runs LocalCloud beside any ASP.NET Core app started with ASPNETCORE_HOSTINGSTARTUPASSEMBLIES=AgentFunctions.LocalCloud.
/// LocalCloud's own builders are slim and empty ones, which run no hosting startups, so it never starts itself again.
/// </summary>
internal sealed class LocalCloudHostingStartup : IHostingStartup
{
    public void Configure(IWebHostBuilder builder) =>
        builder.ConfigureServices(services => services.AddHostedService<LocalCloudBeside>());
}
