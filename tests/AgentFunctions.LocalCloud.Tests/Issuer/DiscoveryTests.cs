using AgentFunctions.LocalCloud.Tests.Drivers;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace AgentFunctions.LocalCloud.Tests.Issuer;

public sealed class DiscoveryTests(CloudFixture fixture) : IClassFixture<CloudFixture>
{
    private static readonly CancellationToken Cancellation = TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_document_is_read_by_the_client_library_that_resource_servers_use()
    {
        var configuration = await ConfigurationAsync();

        configuration.Issuer.ShouldBe(fixture.Cloud.Issuer);
        configuration.AuthorizationEndpoint.ShouldBe($"{fixture.Cloud.Base}{RunningLocalCloud.Tenant}/oauth2/v2.0/authorize");
        configuration.TokenEndpoint.ShouldBe($"{fixture.Cloud.Base}{RunningLocalCloud.Tenant}/oauth2/v2.0/token");
        configuration.CodeChallengeMethodsSupported.ShouldBe(["S256"]);
        configuration.AuthorizationResponseIssParameterSupported.ShouldBeTrue();
    }

    [Fact]
    public async Task The_one_key_is_public_RSA_of_2048_bits_for_RS256()
    {
        var keys = await fixture.Cloud.GetJsonAsync($"/{RunningLocalCloud.Tenant}/discovery/v2.0/keys", Cancellation);

        var key = keys.GetProperty("keys").EnumerateArray().ShouldHaveSingleItem();
        key.EnumerateObject().Select(member => member.Name).ShouldBe(["kty", "use", "alg", "kid", "n", "e"]);
        (key.Text("kty"), key.Text("use"), key.Text("alg")).ShouldBe(("RSA", "sig", "RS256"));
        Base64UrlEncoder.DecodeBytes(key.Text("n")).Length.ShouldBe(2048 / 8);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("ada.lovelace")]
    public async Task A_token_validates_against_the_discovered_issuer_and_key(string? user)
    {
        (string, string)[] fields = user is null ? [("client_id", "agent-1")] : [("client_id", "agent-1"), ("user", user)];
        var token = await fixture.Cloud.LocalTokenAsync(Cancellation, fields);

        var result = await ValidateAsync(token, "api://agentfunctions");

        result.IsValid.ShouldBeTrue(result.Exception?.Message);
        result.SecurityToken.ShouldBeOfType<JsonWebToken>().Alg.ShouldBe("RS256");
    }

    [Fact]
    public async Task A_token_with_one_changed_byte_does_not_validate()
    {
        var token = await fixture.Cloud.LocalTokenAsync(Cancellation, ("client_id", "agent-1"));
        var parts = token.Split('.');
        var changed = parts[2][10] == 'A' ? 'B' : 'A';

        var result = await ValidateAsync($"{parts[0]}.{parts[1]}.{parts[2][..10]}{changed}{parts[2][11..]}", "api://agentfunctions");

        result.Exception.ShouldBeOfType<SecurityTokenInvalidSignatureException>();
    }

    [Fact]
    public async Task A_token_for_another_audience_does_not_validate_for_ours()
    {
        var token = await fixture.Cloud.LocalTokenAsync(Cancellation, ("client_id", "agent-1"), ("audience", "api://other"));

        (await ValidateAsync(token, "api://other")).IsValid.ShouldBeTrue();
        (await ValidateAsync(token, "api://agentfunctions")).Exception.ShouldBeOfType<SecurityTokenInvalidAudienceException>();
    }

    [Fact]
    public async Task A_token_that_has_ended_does_not_validate()
    {
        var token = await fixture.Cloud.LocalTokenAsync(Cancellation, ("client_id", "agent-1"), ("lifetime_seconds", "-3600"));

        (await ValidateAsync(token, "api://agentfunctions")).Exception.ShouldBeOfType<SecurityTokenExpiredException>();
    }

    [Fact]
    public async Task Another_tenant_has_no_issuer_here()
    {
        using var reply = await fixture.Cloud.Http.GetAsync("/00000000-0000-4000-8000-000000000001/v2.0/.well-known/openid-configuration", Cancellation);

        reply.StatusCode.ShouldBe(System.Net.HttpStatusCode.NotFound);
    }

    private async Task<TokenValidationResult> ValidateAsync(string token, string audience)
    {
        var configuration = await ConfigurationAsync();
        return await new JsonWebTokenHandler().ValidateTokenAsync(token, new TokenValidationParameters
        {
            ValidIssuer = configuration.Issuer,
            ValidAudience = audience,
            IssuerSigningKeys = configuration.SigningKeys,
        });
    }

    private async Task<OpenIdConnectConfiguration> ConfigurationAsync() => await new ConfigurationManager<OpenIdConnectConfiguration>(
        $"{fixture.Cloud.Issuer}/.well-known/openid-configuration",
        new OpenIdConnectConfigurationRetriever(),
        new HttpDocumentRetriever { RequireHttps = false }).GetConfigurationAsync(Cancellation);
}
