using System.Net;
using AgentFunctions.LocalRuntime.Tests.Drivers;

namespace AgentFunctions.LocalRuntime.Tests.Http;

public sealed class RouteValueTests(SampleFixture sample)
{
    private readonly CancellationToken cancellationToken = TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/api/texts/user/alice?q=1", "user|alice|1")]
    [InlineData("/api/texts/user", "user|none|")]
    [InlineData("/api/texts/a%20b/%C3%A9", "a b|é|")]
    [InlineData("/api/texts/a%2Fb/c", "a%2Fb|c|")]
    [InlineData("/API/TEXTS/User/x", "User|x|")]
    [InlineData("/api/numbers/41/4294967296", "\"42|4294967297|GET\"")]
    [InlineData("/api/guids/7f0f8d2e-8b8e-4b1e-9df0-1f8e2f8f0a11", "GET 7f0f8d2e-8b8e-4b1e-9df0-1f8e2f8f0a11")]
    [InlineData("/api/guids/7F0F8D2E8B8E4B1E9DF01F8E2F8F0A11", "GET 7f0f8d2e-8b8e-4b1e-9df0-1f8e2f8f0a11")]
    [InlineData("/api/defaults", "7")]
    [InlineData("/api/defaults/3", "3")]
    [InlineData("/api/by-name", "GET")]
    public async Task Values_of_the_path_arrive_as_parameters(string path, string expected)
    {
        (await sample.App.GetAsync(path, cancellationToken)).ShouldBe(expected);
    }

    [Theory]
    [InlineData("GET", "/api/nowhere")]
    [InlineData("GET", "/texts/a")]
    [InlineData("GET", "/")]
    [InlineData("GET", "/api/numbers/x/1")]
    [InlineData("GET", "/api/numbers/99999999999/1")]
    [InlineData("GET", "/api/guids/not-a-guid")]
    [InlineData("DELETE", "/api/order")]
    [InlineData("HEAD", "/api/order")]
    [InlineData("OPTIONS", "/api/order")]
    public async Task An_unknown_path_and_a_method_not_taken_are_both_404_without_a_body(string method, string path)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        using var response = await sample.App.Client.SendAsync(request, cancellationToken);
        (response.StatusCode, await response.Content.ReadAsStringAsync(cancellationToken)).ShouldBe((HttpStatusCode.NotFound, ""));
    }

    [Theory]
    [InlineData("GET")]
    [InlineData("DELETE")]
    [InlineData("PURGE")]
    public async Task A_trigger_that_names_no_method_takes_every_method(string method)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), "/api/by-name");
        using var response = await sample.App.Client.SendAsync(request, cancellationToken);
        (await response.Content.ReadAsStringAsync(cancellationToken)).ShouldBe(method);
    }

    [Theory]
    [InlineData("""{ "version": "2.0", "extensions": { "http": { "routePrefix": "" } } }""", "/order")]
    [InlineData("""{ "extensions": { "http": { "routePrefix": "v1/x" } } }""", "/v1/x/order")]
    [InlineData("""{ "Extensions": { "HTTP": { "RoutePrefix": "/v2/", "other": [1] } }, } // comment""", "/v2/order")]
    [InlineData("""{ "version": "2.0", "logging": {} }""", "/api/order")]
    public async Task The_route_prefix_of_host_json_comes_first(string hostJson, string path)
    {
        await using var app = await RunningApp.StartSampleAsync(hostJson, cancellationToken);
        (await app.GetAsync(path, cancellationToken)).ShouldBe("unseen|True");
    }

    [Theory]
    [InlineData("{")]
    [InlineData("""{ "extensions": { "http": { "routePrefix": 1 } } }""")]
    public async Task A_host_json_that_cannot_be_read_is_refused(string hostJson)
    {
        var refusal = await RunningApp.StartSampleAsync(hostJson, cancellationToken).ShouldThrowAsync<StartRefusedException>();
        refusal.Message.ShouldContain("host.json` cannot be read");
    }
}
