using System.Net;
using System.Text;
using AgentFunctions.LocalRuntime.Tests.Drivers;

namespace AgentFunctions.LocalRuntime.Tests.Http;

public sealed class BodyTests(SampleFixture sample)
{
    private readonly CancellationToken cancellationToken = TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("""{"first_name":"a","unit_count":1}""", HttpStatusCode.OK, """{"first_name":"a","unit_count":2}""")]
    [InlineData("""{"first_name":"a","first_name":"b","unit_count":1}""", HttpStatusCode.BadRequest, """{"type":"https://tools.ietf.org/html/rfc9110#section-15.5.1","title":"Bad Request","status":400,"detail":"not an order"}""")]
    public async Task Json_is_read_and_written_by_the_options_of_the_app(string body, HttpStatusCode expected, string answer)
    {
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        using var response = await sample.App.Client.PostAsync("/api/json", content, cancellationToken);
        (response.StatusCode, await response.Content.ReadAsStringAsync(cancellationToken)).ShouldBe((expected, answer));
    }

    [Fact]
    public async Task A_body_beyond_the_servers_own_default_arrives_whole()
    {
        const int length = 40_000_000;
        using var content = new ByteArrayContent(new byte[length]);
        using var response = await sample.App.Client.PostAsync("/api/length", content, cancellationToken);
        (await response.Content.ReadAsStringAsync(cancellationToken)).ShouldBe("40000000");
    }

    [Fact]
    public async Task A_body_beyond_100_MiB_is_413()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/length") { Content = new ByteArrayContent(new byte[104_857_601]) };
        request.Headers.ExpectContinue = true; // The answer comes before the body is sent.
        using var response = await sample.App.Client.SendAsync(request, cancellationToken);
        response.StatusCode.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
    }

    [Fact]
    public async Task No_answer_names_the_server()
    {
        using var response = await sample.App.Client.GetAsync("/api/order", cancellationToken);
        response.Headers.Server.ShouldBeEmpty();
    }
}
