using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace AgentFunctions.LocalRuntime.Tests.Drivers;

/// <summary>Comes into the app's process as a hosting startup, the way LocalCloud does.</summary>
public sealed class Companion : IHostingStartup, IStartupFilter
{
    public void Configure(IWebHostBuilder builder) => builder.ConfigureServices(services => services.AddSingleton<IStartupFilter>(this));

    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.Map("/companion", companion => companion.Run(http => http.Response.WriteAsync("here", http.RequestAborted)));
        next(app);
    };
}
