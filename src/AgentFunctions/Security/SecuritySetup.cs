using AgentFunctions.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace AgentFunctions.Security;

/// <summary>What the app needs to know who calls.</summary>
internal static class SecuritySetup
{
    /// <summary>
    /// The feature that keeps the registry adds <see cref="GovernedAgents"/>: without it no function that administers can
    /// be called.
    /// </summary>
    public static IServiceCollection AddSecurity(this IServiceCollection services)
    {
        services.AddOptions<SecurityOptions>().BindConfiguration(SecurityOptions.Section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<SecurityOptions>, SecurityOptionsValidator>();
        services.AddSingleton<IValidateOptions<SecurityOptions>, SecurityRules>();

        services.AddHttpClient(IssuerDocuments.HttpClientName, http =>
            {
                http.Timeout = IssuerDocuments.Timeout;
                http.MaxResponseContentBufferSize = IssuerDocuments.MaxBytes;
            })
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });
        services.AddSingleton<IEnumerable<Issuer>>(Issuers);
        services.AddSingleton(provider => new VerifiedTokens(provider.GetRequiredService<IOptions<SecurityOptions>>().Value.RememberedTokens));
        services.AddSingleton<TokenVerifier>();
        services.AddSingleton<FunctionAccess>();
        services.AddHostedService(_ => new DeclaredFunctions(typeof(AgentFunctionsApp).Assembly));
        services.AddOptions<HealthCheckServiceOptions>().Configure<IEnumerable<Issuer>, TimeProvider>(AddHealthChecks);
        return services;
    }

    private static void AddHealthChecks(HealthCheckServiceOptions health, IEnumerable<Issuer> issuers, TimeProvider clock)
    {
        foreach (var issuer in issuers)
        {
            health.Registrations.Add(new HealthCheckRegistration(
                $"issuer {issuer.Name}", new IssuerHealthCheck(issuer, clock), failureStatus: null, tags: [HealthReader.OneIsEnough], HealthReader.LongestCheck));
        }
    }

    private static Issuer[] Issuers(IServiceProvider provider)
    {
        var options = provider.GetRequiredService<IOptions<SecurityOptions>>().Value;
        return [.. options.Issuers.Select(issuer => CreateIssuer(provider, options, issuer))];
    }

    private static Issuer CreateIssuer(IServiceProvider provider, SecurityOptions options, IssuerOptions issuer)
    {
        var clients = provider.GetRequiredService<IHttpClientFactory>();
        var clock = provider.GetRequiredService<TimeProvider>();
        var logger = provider.GetRequiredService<ILogger<IssuerKeys>>();
        var keys = new IssuerKeys(issuer.Issuer, cancellationToken => FetchAsync(clients, issuer, clock, cancellationToken), options, clock, logger);
        var tenant = issuer.TenantId.Length > 0 ? issuer.TenantId : options.TenantId;
        return new Issuer(issuer, keys, new CallerClaims(issuer.Issuer, tenant, issuer.Claims));
    }

    private static async Task<KeySet> FetchAsync(IHttpClientFactory clients, IssuerOptions issuer, TimeProvider clock, CancellationToken cancellationToken)
    {
        using var http = clients.CreateClient(IssuerDocuments.HttpClientName);
        var address = IssuerAddress.Metadata(issuer);
        var metadata = await OpenIdConnectConfigurationRetriever.GetAsync(address, new IssuerDocuments(http), cancellationToken);

        // OpenID Connect Discovery 1.0 section 4.3: else the keys are somebody else's.
        return metadata.Issuer == issuer.Issuer && metadata.JsonWebKeySet is not null
            ? KeySet.Of(metadata.JsonWebKeySet, clock.GetUtcNow())
            : throw new InvalidOperationException($"`{address}` is not the metadata of issuer `{issuer.Issuer}`");
    }
}
