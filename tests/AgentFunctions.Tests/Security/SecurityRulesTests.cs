using AgentFunctions.Security;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace AgentFunctions.Tests.Security;

/// <summary>Unsafe combinations of options never start.</summary>
public sealed class SecurityRulesTests
{
    private static readonly Dictionary<string, string?> Safe = new(StringComparer.Ordinal)
    {
        ["TenantId"] = "tenant",
        ["Issuers:0:Issuer"] = "https://login.example.com/tenant/v2.0",
        ["Issuers:0:Audiences:0"] = "api://agentfunctions",
    };

    [Fact]
    public void The_least_that_is_needed_starts() => Read([]).TenantId.ShouldBe("tenant");

    [Theory]
    [InlineData("TenantId", null, "TenantId")]
    [InlineData("Issuers:0:Issuer", "", "Issuer")]
    [InlineData("Issuers:0:Audiences:0", null, "Audiences")]
    [InlineData("Issuers:0:Audiences:0", " ", "empty audience")]
    [InlineData("Issuers:0:Issuer", "http://login.example.com", "neither https nor http on loopback")]
    [InlineData("Issuers:0:Issuer", "login.example.com", "neither https nor http on loopback")]
    [InlineData("Issuers:0:MetadataAddress", "http://login.example.com/metadata", "neither https nor http on loopback")]
    [InlineData("Issuers:0:MetadataAddress", "file:///etc/keys", "neither https nor http on loopback")]
    [InlineData("Issuers:0:Algorithms:0", "HS256", "algorithm `HS256`")]
    [InlineData("Issuers:0:Algorithms:0", "none", "algorithm `none`")]
    [InlineData("Issuers:0:Claims:Person", "sub", "claim `sub`")]
    [InlineData("Issuers:0:Claims:Client", "UPN", "claim `UPN`")]
    [InlineData("Issuers:0:Claims:Person", "email", "claim `email`")]
    [InlineData("Issuers:0:Claims:Client", "", "Client")]
    [InlineData("Issuers:0:Claims:AppOnlyKind", "", "means app-only")]
    [InlineData("KeyQuietSeconds", "0", "KeyQuietSeconds")]
    [InlineData("KeyLifetimeHours", "1000", "KeyLifetimeHours")]
    [InlineData("KeyLifetimeHours", "1", "must be longer than KeyRefreshMinutes")]
    public void One_unsafe_setting_is_refused_and_named(string key, string? value, string named) =>
        Should.Throw<OptionsValidationException>(() => Read([(key, value)])).Message.ShouldContain(named);

    [Fact]
    public void No_issuer_at_all_is_refused() =>
        Should.Throw<OptionsValidationException>(() => Read([("Issuers:0:Issuer", null), ("Issuers:0:Audiences:0", null)])).Message.ShouldContain("Issuers");

    [Fact]
    public void One_issuer_twice_is_refused() =>
        Should.Throw<OptionsValidationException>(() => Read([("Issuers:1:Issuer", Safe["Issuers:0:Issuer"]), ("Issuers:1:Audiences:0", "api://other")]))
            .Message.ShouldContain("more than once");

    [Fact]
    public void A_person_that_no_claim_tells_from_a_client_is_refused() =>
        Should.Throw<OptionsValidationException>(() => Read([("Issuers:0:Claims:Scope", ""), ("Issuers:0:Claims:Kind", "")]))
            .Message.ShouldContain("a scope or a kind claim");

    [Theory]
    [InlineData("http://127.0.0.1:7075")]
    [InlineData("http://localhost:7075")]
    [InlineData("http://[::1]:7075")]
    public void Http_is_accepted_on_loopback(string issuer) => Read([("Issuers:0:Issuer", issuer)]).Issuers[0].Issuer.ShouldBe(issuer);

    private static SecurityOptions Read((string Key, string? Value)[] changes)
    {
        var settings = new Dictionary<string, string?>(Safe, StringComparer.Ordinal);
        foreach (var (key, value) in changes)
        {
            if (value is null)
            {
                settings.Remove(key);
            }
            else
            {
                settings[key] = value;
            }
        }

        using var services = new ServiceCollection()
            .AddSingleton<IConfiguration>(new ConfigurationBuilder()
                .AddInMemoryCollection(settings.Select(pair => new KeyValuePair<string, string?>($"{SecurityOptions.Section}:{pair.Key}", pair.Value)))
                .Build())
            .AddSecurity()
            .BuildServiceProvider();
        return services.GetRequiredService<IOptions<SecurityOptions>>().Value;
    }
}
