using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace AgentFunctions.Shared;

/// <summary>
/// An OpenID Connect issuer over real HTTP on a free port of 127.0.0.1: metadata, keys that rotate, outages, and tokens
/// in Entra's v2 shape.
/// </summary>
public sealed class TestIssuer : IAsyncDisposable
{
    public const string Audience = "api://agentfunctions";
    public const string Tenant = "11111111-1111-1111-1111-111111111111";

    // Made once: a new RSA key costs more than a test.
    private static readonly TestKey FirstKey = TestKey.Rsa("key-1");

    private readonly WebApplication app;
    private int fetches;

    private TestIssuer(WebApplication app, TimeProvider clock)
    {
        this.app = app;
        Clock = clock;
        Keys = [FirstKey];
        app.Use(RefuseWhenDownAsync);
        app.MapGet("/.well-known/openid-configuration", Metadata);
        app.MapGet("/keys", PublicKeys);
    }

    public TimeProvider Clock { get; }

    public string Name { get; private set; } = "";

    /// <summary>The published keys; the first one signs.</summary>
    public IReadOnlyList<TestKey> Keys { get; set; }

    /// <summary>Connections are cut without an answer.</summary>
    public bool IsDown { get; set; }

    /// <summary>What its metadata calls it; its own name unless it lies.</summary>
    public string? ClaimedName { get; set; }

    /// <summary>How often its keys were asked for.</summary>
    public int Fetches => Volatile.Read(ref fetches);

    public static Task<TestIssuer> StartAsync(TimeProvider clock, CancellationToken cancellationToken) =>
        StartAsync(clock, "http://127.0.0.1:0", cancellationToken);

    /// <param name="address">To listen on, and its name: http, an address of the loopback interface, no path.</param>
    public static async Task<TestIssuer> StartAsync(TimeProvider clock, string address, CancellationToken cancellationToken)
    {
        var builder = WebApplication.CreateSlimBuilder(["--urls", address, "--hostBuilder:reloadConfigOnChange=false"]);
        builder.Logging.ClearProviders();
        var issuer = new TestIssuer(builder.Build(), clock);
        await issuer.app.StartAsync(cancellationToken);
        issuer.Name = issuer.app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single(); // Kestrel has it.
        return issuer;
    }

    /// <summary>A client acting for itself: like Entra's, with an `oid` that is no person's.</summary>
    public TestToken AppOnly(string clientId, params string[] roles) =>
        Token(clientId, roles).With("oid", $"sp-of-{clientId}").With("idtyp", "app");

    /// <summary>A client acting for a human.</summary>
    public TestToken Delegated(string clientId, string person, params string[] roles) =>
        Token(clientId, roles).With("oid", person).With("scp", "access_as_user");

    public async ValueTask DisposeAsync() => await app.DisposeAsync();

    private TestToken Token(string clientId, string[] roles)
    {
        var now = Clock.GetUtcNow().ToUnixTimeSeconds();
        var key = Keys[0];
        return new TestToken(
            new JsonObject { ["typ"] = "JWT", ["alg"] = key.Algorithm, ["kid"] = key.KeyId },
            new JsonObject
            {
                ["iss"] = Name,
                ["aud"] = Audience,
                ["iat"] = now,
                ["nbf"] = now,
                ["exp"] = now + 3600,
                ["tid"] = Tenant,
                ["azp"] = clientId,
                ["roles"] = new JsonArray([.. roles.Select(role => JsonValue.Create(role))]),
                ["ver"] = "2.0",
            },
            key);
    }

    private Task RefuseWhenDownAsync(HttpContext context, RequestDelegate next)
    {
        if (!IsDown)
        {
            return next(context);
        }

        context.Abort();
        return Task.CompletedTask;
    }

    private IResult Metadata()
    {
        Interlocked.Increment(ref fetches);
        return Json(new JsonObject { ["issuer"] = ClaimedName ?? Name, ["jwks_uri"] = $"{Name}/keys" });
    }

    private IResult PublicKeys() =>
        Json(new JsonObject { ["keys"] = new JsonArray([.. Keys.Select(key => key.PublicPart.DeepClone())]) });

    private static IResult Json(JsonObject value) => Results.Text(value.ToJsonString(), "application/json");
}
