using System.Net.Http.Headers;
using System.Text;

namespace AgentFunctions.Tests.Hosting;

/// <summary>What is accepted as a body, over HTTP.</summary>
public sealed class RequestBodyTests
{
    private const string Good = """{"display_name":"a"}""";

    public static TheoryData<string, string, int, string> Bodies => new()
    {
        { "empty", "", 400, "invalid_json" },
        { "blank", " ", 400, "invalid_json" },
        { "truncated", """{"display_name":"a""", 400, "invalid_json" },
        { "trailing garbage", Good + "x", 400, "invalid_json" },
        { "two documents", Good + Good, 400, "invalid_json" },
        { "byte order mark", "\ufeff" + Good, 400, "invalid_json" },
        { "comment", "/* a */" + Good, 400, "invalid_json" },
        { "trailing comma", """{"display_name":"a",}""", 400, "invalid_json" },
        { "single quotes", "{'display_name':'a'}", 400, "invalid_json" },
        { "not a number", """{"display_name":"a","amount":NaN}""", 400, "invalid_json" },
        { "control character", "{\"display_name\":\"a\u0001\"}", 400, "invalid_json" },
        { "member twice", """{"display_name":"a","display_name":"b"}""", 400, "invalid_json" },
        { "member twice, one escaped", """{"display_name":"a","display\u005fname":"b"}""", 400, "invalid_json" },
        { "member twice, deep in what is ignored", """{"display_name":"a","other":[{"x":1,"x":2}]}""", 400, "invalid_json" },
        { "lone surrogate in a value", """{"display_name":"\ud800"}""", 400, "invalid_json" },
        { "lone surrogate in a name", """{"display_name":"a","\udfff":1}""", 400, "invalid_json" },
        { "surrogates in the wrong order", """{"display_name":"\udc00\ud800"}""", 400, "invalid_json" },
        { "too deep", new string('[', 33) + new string(']', 33), 400, "invalid_json" },
        { "null", "null", 400, "invalid_request" },
        { "a list", "[]", 400, "invalid_request" },
        { "null where none may be", """{"display_name":null}""", 400, "invalid_request" },
        { "member missing", "{}", 400, "invalid_request" },
        { "member in another case", """{"Display_Name":"a"}""", 400, "invalid_request" },
        { "number as text", """{"display_name":"a","amount":"1"}""", 400, "invalid_request" },
        { "number too large", """{"display_name":"a","amount":99999999999}""", 400, "invalid_request" },
        { "fraction", """{"display_name":"a","amount":1.5}""", 400, "invalid_request" },
    };

    [Theory]
    [MemberData(nameof(Bodies))]
    public async Task A_bad_body_is_refused(string what, string body, int status, string code)
    {
        await using var app = await RunningApp.StartAsync();

        var answer = await PostAsync(app, new StringContent(body, new MediaTypeHeaderValue("application/json")));

        (await answer.ShouldBeProblemAsync(status, code)).GetProperty("detail").GetString().ShouldNotBeNullOrEmpty(what);
    }

    [Theory]
    [InlineData(Good)]
    [InlineData("""{"display_name":"\ud83d\ude00 \u0000","unknown":{"deep":[1]}}""")]
    public async Task A_good_body_is_accepted(string body)
    {
        await using var app = await RunningApp.StartAsync();

        var answer = await PostAsync(app, new StringContent(body, new MediaTypeHeaderValue("application/json", "UTF-8")));

        ((int)answer.StatusCode).ShouldBe(200);
    }

    [Theory]
    [InlineData(31, 400)]
    [InlineData(32, 400)]
    public async Task Depth_is_refused_beyond_32_levels_and_not_by_a_fault(int levels, int status)
    {
        await using var app = await RunningApp.StartAsync();
        var nested = new string('[', levels) + new string(']', levels);

        var answer = await PostAsync(app, new StringContent($"{{\"display_name\":1,\"x\":{nested}}}", new MediaTypeHeaderValue("application/json")));

        await answer.ShouldBeProblemAsync(status, levels == 31 ? "invalid_request" : "invalid_json");
    }

    [Fact]
    public async Task Bytes_that_are_not_utf8_are_refused()
    {
        await using var app = await RunningApp.StartAsync();
        var content = new ByteArrayContent(Encoding.Latin1.GetBytes("""{"display_name":"gr\u00fcn"}""".Replace("\\u00fc", "\u00fc", StringComparison.Ordinal)));
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");

        await (await PostAsync(app, content)).ShouldBeProblemAsync(400, "invalid_json");
    }

    [Fact]
    public async Task What_a_detail_says_back_is_bounded()
    {
        await using var app = await RunningApp.StartAsync();
        var body = """{"display_name":"a","counts":{"?":"x"}}""".Replace("?", new string('`', 500), StringComparison.Ordinal);

        var problem = await (await PostAsync(app, new StringContent(body, new MediaTypeHeaderValue("application/json")))).ShouldBeProblemAsync(400, "invalid_request");

        var detail = problem.GetProperty("detail").GetString()!; // A refused body has one.
        detail.Length.ShouldBeLessThan(150);
        detail.Count(c => c == '`').ShouldBe(2);
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/json; charset=utf-16")]
    [InlineData("application/json; charset=utf-8; profile=x")]
    [InlineData("application/problem+json")]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("application/json, text/plain")]
    [InlineData("")]
    public async Task Another_media_type_is_refused(string type)
    {
        await using var app = await RunningApp.StartAsync();
        var content = new StringContent(Good);
        content.Headers.Remove("Content-Type");
        content.Headers.TryAddWithoutValidation("Content-Type", type);

        await (await PostAsync(app, content)).ShouldBeProblemAsync(415, "unsupported_media_type");
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("identity")]
    public async Task A_content_encoding_is_refused(string encoding)
    {
        await using var app = await RunningApp.StartAsync();
        var content = new StringContent(Good, new MediaTypeHeaderValue("application/json"));
        content.Headers.ContentEncoding.Add(encoding);

        await (await PostAsync(app, content)).ShouldBeProblemAsync(415, "unsupported_media_type");
    }

    private static Task<HttpResponseMessage> PostAsync(RunningApp app, HttpContent content) =>
        app.Http.PostAsync(new Uri("probe/body", UriKind.Relative), content, TestContext.Current.CancellationToken);
}
