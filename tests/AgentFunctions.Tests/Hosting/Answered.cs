using System.Text.Json;

namespace AgentFunctions.Tests.Hosting;

/// <summary>What an answer must look like.</summary>
internal static class Answered
{
    /// <summary>A problem of that code, whole and with nothing but what is promised; gives its details back.</summary>
    public static async Task<JsonElement> ShouldBeProblemAsync(this HttpResponseMessage answer, int status, string code)
    {
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        text.ShouldNotContain("secret");
        ((int)answer.StatusCode).ShouldBe(status, text);
        answer.Content.Headers.ContentType!.ToString().ShouldBe("application/problem+json"); // A problem has a type.
        using var document = JsonDocument.Parse(text);
        var problem = document.RootElement.Clone();
        problem.GetProperty("type").GetString().ShouldBe($"urn:agentfunctions:problem:{code}");
        problem.GetProperty("code").GetString().ShouldBe(code);
        problem.GetProperty("status").GetInt32().ShouldBe(status);
        problem.GetProperty("title").GetString().ShouldNotBeNullOrEmpty();
        problem.GetProperty("request_id").GetString().ShouldBe(answer.Headers.GetValues("X-Request-ID").Single());
        problem.EnumerateObject().Select(member => member.Name).ShouldBeSubsetOf(["type", "title", "status", "detail", "code", "request_id"]);
        return problem;
    }

    public static async Task ShouldSayAsync(this HttpResponseMessage answer, string text)
    {
        ((int)answer.StatusCode).ShouldBe(200);
        (await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldBe(text);
    }
}
