using AgentFunctions.Security;
using AgentFunctions.Shared;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace AgentFunctions.Tests.Security;

/// <summary>The verifier as production wires it, with two issuers on real HTTP and a driven clock.</summary>
internal sealed class Verification : IAsyncDisposable
{
    private readonly ServiceProvider services;

    private Verification(FakeTimeProvider clock, TestIssuer issuer, TestIssuer other, ServiceProvider services)
    {
        this.services = services;
        Clock = clock;
        Issuer = issuer;
        Other = other;
    }

    public FakeTimeProvider Clock { get; }

    public TestIssuer Issuer { get; }

    /// <summary>As trusted as the first, under its own name only.</summary>
    public TestIssuer Other { get; }

    public VerifiedTokens Remembered => services.GetRequiredService<VerifiedTokens>();

    public static async Task<Verification> StartAsync(params (string Key, string Value)[] settings)
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero));
        var issuer = await TestIssuer.StartAsync(clock, TestContext.Current.CancellationToken);
        var other = await TestIssuer.StartAsync(clock, TestContext.Current.CancellationToken);
        other.Keys = [TestKey.Elliptic("key-1")];
        var provider = new ServiceCollection()
            .AddSingleton<IConfiguration>(Settings(issuer, other, settings))
            .AddSingleton<TimeProvider>(clock)
            .AddLogging()
            .AddSecurity()
            .BuildServiceProvider();
        return new Verification(clock, issuer, other, provider);
    }

    public Task<TokenOutcome> VerifyAsync(TestToken token) => VerifyAsync(token.Text);

    public async Task<TokenOutcome> VerifyAsync(string text) =>
        await services.GetRequiredService<TokenVerifier>().VerifyAsync(text, TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        await Issuer.DisposeAsync();
        await Other.DisposeAsync();
    }

    private static IConfigurationRoot Settings(TestIssuer issuer, TestIssuer other, (string Key, string Value)[] settings) =>
        new ConfigurationBuilder().AddInMemoryCollection(
        [
            new("Security:TenantId", TestIssuer.Tenant),
            new("Security:Issuers:0:Issuer", issuer.Name),
            new("Security:Issuers:0:Audiences:0", TestIssuer.Audience),
            new("Security:Issuers:1:Issuer", other.Name),
            new("Security:Issuers:1:Audiences:0", TestIssuer.Audience),
            .. settings.Select(setting => new KeyValuePair<string, string?>($"Security:{setting.Key}", setting.Value)),
        ]).Build();
}
