namespace AgentFunctions.LocalCloud.Issuer;

/// <summary>The OIDC issuer in the shape of Entra ID's v2 endpoints.</summary>
internal static class IssuerSetup
{
    public static void AddIssuer(this WebApplicationBuilder builder) => builder.Services
        .AddSingleton<SigningKey>()
        .AddSingleton<IssuerAddress>()
        .AddSingleton<TokenSigner>()
        .AddSingleton<KnownPeople>()
        .AddSingleton<KnownClients>()
        .AddSingleton<AuthorizationCodes>()
        .AddSingleton<DescribeIssuer>()
        .AddSingleton<SignIn>()
        .AddSingleton<RedeemCode>()
        .AddSingleton<GrantToClient>()
        .AddSingleton<ExchangeToken>()
        .AddSingleton<IssueLocalToken>();

    public static void MapIssuer(this WebApplication app)
    {
        var services = app.Services;

        // Made now, so that a key file that cannot be used stops the start and not the first request.
        services.GetRequiredService<SigningKey>();
        var tenant = services.GetRequiredService<IssuerAddress>().Tenant;

        var describe = services.GetRequiredService<DescribeIssuer>();
        app.MapGet($"/{tenant}/v2.0/.well-known/openid-configuration", context => describe.Document().ExecuteAsync(context));
        app.MapGet($"/{tenant}/discovery/v2.0/keys", context => describe.Keys().ExecuteAsync(context));

        var signIn = services.GetRequiredService<SignIn>();
        app.MapGet($"/{tenant}/oauth2/v2.0/authorize", context => signIn.Ask(context.Request).ExecuteAsync(context));
        app.MapPost($"/{tenant}/oauth2/v2.0/authorize", async context => await (await signIn.AnswerAsync(context.Request, context.RequestAborted)).ExecuteAsync(context));

        var exchange = services.GetRequiredService<ExchangeToken>();
        app.MapPost($"/{tenant}/oauth2/v2.0/token", async context => await (await exchange.AnswerAsync(context.Request, context.RequestAborted)).ExecuteAsync(context));

        var local = services.GetRequiredService<IssueLocalToken>();
        app.MapPost("/local/token", async context => await (await local.AnswerAsync(context.Request, context.RequestAborted)).ExecuteAsync(context));
    }
}
