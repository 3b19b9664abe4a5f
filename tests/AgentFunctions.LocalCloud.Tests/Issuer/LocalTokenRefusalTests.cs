using System.Net;
using System.Net.Http.Headers;
using System.Text;
using AgentFunctions.LocalCloud.Tests.Drivers;

namespace AgentFunctions.LocalCloud.Tests.Issuer;

public sealed class LocalTokenRefusalTests(CloudFixture fixture) : IClassFixture<CloudFixture>
{
    private const string FormType = "application/x-www-form-urlencoded";
    private static readonly CancellationToken Cancellation = TestContext.Current.CancellationToken;

    public static TheoryData<string, string> Forms => new()
    {
        { "", "the field `client_id` is missing" },
        { "client_id=", "the field `client_id` is missing" },
        { "user=ada", "the field `client_id` is missing" },
        { "CLIENT_ID=a", "the field `CLIENT_ID` is none of client_id, user, roles, audience, lifetime_seconds" },
        { "client_id=a&role=Admin", "the field `role` is none of client_id, user, roles, audience, lifetime_seconds" },
        { "client_id=a&client_id=b", "the field `client_id` is given more than once" },
        { "client_id=a&client_id=a", "the field `client_id` is given more than once" },
        { "client_id=a&roles=A&roles=B", "the field `roles` is given more than once" },
        { "client_id=a&Client_Id=b", "the field `Client_Id` is none of client_id, user, roles, audience, lifetime_seconds" },
        { "client_id=%00", "the field `client_id` is not an id: 1 to 200 printable characters" },
        { "client_id=a%0Ab", "the field `client_id` is not an id: 1 to 200 printable characters" },
        { "client_id=%FF%FE", "the field `client_id` is not form-encoded UTF-8" },
        { "client_id=%ED%A0%80", "the field `client_id` is not form-encoded UTF-8" },
        { "client_id=%zz", "the field `client_id` is not form-encoded UTF-8" },
        { "client_id=%4", "the field `client_id` is not form-encoded UTF-8" },
        { "client_id=\u00e9", "the field `client_id` is not form-encoded UTF-8" },
        { "client_id=%EF%BF%BD", "the field `client_id` is not an id: 1 to 200 printable characters" },
        { "client%5Fid=a&client_id=b", "the field `client_id` is given more than once" },
        { "client_id=&client_id=b", "the field `client_id` is given more than once" },
        { "client_id=+a", "the field `client_id` is not an id: 1 to 200 printable characters" },
        { $"client_id={new string('a', 201)}", "the field `client_id` is not an id: 1 to 200 printable characters" },
        { $"client_id={new string('a', 4097)}", "the field `client_id` is longer than 4096 characters" },
        { $"client_id=a&{new string('x', 101)}=1", $"the name of the field `{new string('x', 80)}...` is longer than 100 characters" },
        { "client_id=a&user=%E2%80%AEada", "the field `user` is not an id: 1 to 200 printable characters" },
        { $"client_id=a&user={new string('u', 201)}", "the field `user` is not an id: 1 to 200 printable characters" },
        { "client_id=a&roles=A%22B", "the role `A?B` is not 1 to 200 printable characters" },
        { "client_id=a&roles=A%0AB", "the role `A?B` is not 1 to 200 printable characters" },
        { $"client_id=a&roles={string.Join('+', Enumerable.Range(1, 51))}", "the field `roles` names more than 50 roles" },
        { "client_id=a&audience=a+b", "the field `audience` is not 1 to 200 printable characters without spaces" },
        { "client_id=a&lifetime_seconds=86401", "the field `lifetime_seconds` is `86401`, not a whole number from -3600 to 86400" },
        { "client_id=a&lifetime_seconds=-3601", "the field `lifetime_seconds` is `-3601`, not a whole number from -3600 to 86400" },
        { "client_id=a&lifetime_seconds=99999999999999999999", "the field `lifetime_seconds` is `99999999999999999999`, not a whole number from -3600 to 86400" },
        { "client_id=a&lifetime_seconds=1.5", "the field `lifetime_seconds` is `1.5`, not a whole number from -3600 to 86400" },
        { "client_id=a&lifetime_seconds=1h", "the field `lifetime_seconds` is `1h`, not a whole number from -3600 to 86400" },
        { string.Join('&', Enumerable.Range(1, 33).Select(number => $"f{number}=1")), "there are more than 32 fields" },
        { string.Join('&', Enumerable.Range(1, 2000).Select(number => $"f{number}=1")), "there are more than 32 fields" },
    };

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task A_bad_form_is_refused_and_the_refusal_names_its_fault(string form, string description)
    {
        using var body = new StringContent(form, Encoding.Latin1, FormType);
        using var reply = await fixture.Cloud.Http.PostAsync("/local/token", body, Cancellation);

        (await reply.OAuthErrorAsync(HttpStatusCode.BadRequest, Cancellation)).ShouldBe($"invalid_request: {description}");
    }

    [Theory]
    [InlineData("application/json")]
    [InlineData("multipart/form-data; boundary=x")]
    [InlineData("text/plain")]
    [InlineData(null)]
    public async Task A_body_that_is_no_form_is_refused(string? contentType)
    {
        using var body = new StringContent("client_id=a");
        body.Headers.ContentType = contentType is null ? null : MediaTypeHeaderValue.Parse(contentType);
        using var reply = await fixture.Cloud.Http.PostAsync("/local/token", body, Cancellation);

        (await reply.OAuthErrorAsync(HttpStatusCode.BadRequest, Cancellation)).ShouldBe("invalid_request: the body must be application/x-www-form-urlencoded");
    }

    [Fact]
    public async Task A_body_over_64_KiB_is_refused_before_it_is_read()
    {
        using var body = new StringContent($"client_id={new string('a', 64 * 1024)}", Encoding.ASCII, FormType);
        using var reply = await fixture.Cloud.Http.PostAsync("/local/token", body, Cancellation);

        (await reply.OAuthErrorAsync(HttpStatusCode.RequestEntityTooLarge, Cancellation)).ShouldBe("invalid_request: the request is too large");
    }

    [Fact]
    public async Task A_token_is_never_given_to_GET()
    {
        using var reply = await fixture.Cloud.Http.GetAsync("/local/token?client_id=a", Cancellation);

        reply.StatusCode.ShouldBe(HttpStatusCode.MethodNotAllowed);
    }

    [Fact]
    public async Task A_field_in_the_address_counts_for_nothing()
    {
        using var body = new StringContent("", Encoding.ASCII, FormType);
        using var reply = await fixture.Cloud.Http.PostAsync("/local/token?client_id=a", body, Cancellation);

        (await reply.OAuthErrorAsync(HttpStatusCode.BadRequest, Cancellation)).ShouldBe("invalid_request: the field `client_id` is missing");
    }
}
