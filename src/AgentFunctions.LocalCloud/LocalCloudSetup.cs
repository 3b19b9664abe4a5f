using AgentFunctions.LocalCloud.Issuer;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace AgentFunctions.LocalCloud;

/// <summary>
/// The only way into LocalCloud: alone, beside an app and in tests.
/// It is a stand-in for development: it hands out any token to anyone who can reach it, so it listens on loopback only.
/// </summary>
public static class LocalCloudSetup
{
    /// <summary>
    /// Registers the stand-ins and the one address they listen on: <c>urls</c> (ASPNETCORE_URLS, --urls) when set, else
    /// <c>LocalCloud:Url</c>, else http://127.0.0.1:7075. Port 0 takes a free port, which then also names the issuer.
    /// </summary>
    /// <exception cref="OptionsValidationException">The address is not one http loopback address.</exception>
    public static WebApplicationBuilder AddLocalCloud(this WebApplicationBuilder builder)
    {
        var section = builder.Configuration.GetSection(LocalCloudOptions.Section);
        var url = FirstSet(builder.Configuration[WebHostDefaults.ServerUrlsKey], section[nameof(LocalCloudOptions.Url)], LocalCloudOptions.DefaultUrl);
        var listening = ListenAddress.TryParse(url, out var address)
            ? address
            : throw new OptionsValidationException(
                LocalCloudOptions.Section,
                typeof(LocalCloudOptions),
                [$"`{url}` is not an address LocalCloud can listen on: one http address of a loopback host without a path, such as {LocalCloudOptions.DefaultUrl}"]);

        builder.WebHost.UseUrls(listening.Url);
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            // An empty configuration: endpoints under `Kestrel:Endpoints` could name any interface.
            kestrel.Configure();
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = 64 * 1024;
        });

        // Failing to bind is told once, in one line, by whoever started LocalCloud; these categories would add two stack traces.
        builder.Logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.None);
        builder.Logging.AddFilter("Microsoft.AspNetCore.Server.Kestrel", LogLevel.None);
        builder.Logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning);

        builder.Services.TryAddSingleton(TimeProvider.System);
        builder.Services.AddRoutingCore();
        builder.Services.AddSingleton(listening);
        builder.Services.AddSingleton<IValidateOptions<LocalCloudOptions>, LocalCloudOptionsValidator>();
        builder.Services.AddOptions<LocalCloudOptions>().Bind(section).ValidateOnStart();
        builder.AddIssuer();
        return builder;
    }

    /// <summary>Maps the stand-ins' routes, behind a guard that answers only requests addressed to a loopback host.</summary>
    /// <exception cref="OptionsValidationException">A setting under <c>LocalCloud</c> is out of its range.</exception>
    public static WebApplication UseLocalCloud(this WebApplication app)
    {
        app.UseMiddleware<RequestGuard>();
        app.MapIssuer();
        return app;
    }

    private static string FirstSet(params ReadOnlySpan<string?> candidates)
    {
        foreach (var candidate in candidates)
        {
            if (!string.IsNullOrWhiteSpace(candidate)) return candidate;
        }

        return LocalCloudOptions.DefaultUrl;
    }
}
