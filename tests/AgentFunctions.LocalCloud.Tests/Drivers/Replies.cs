using System.Net;
using System.Text;
using System.Text.Json;

namespace AgentFunctions.LocalCloud.Tests.Drivers;

/// <summary>What tests read from replies and tokens.</summary>
internal static class Replies
{
    public static async Task<JsonElement> JsonAsync(this HttpResponseMessage reply, CancellationToken cancellationToken)
    {
        using var document = JsonDocument.Parse(await reply.Content.ReadAsStringAsync(cancellationToken));
        return document.RootElement.Clone();
    }

    /// <summary>An error of RFC 6749 section 5.2, as `code: description`.</summary>
    public static async Task<string> OAuthErrorAsync(this HttpResponseMessage reply, HttpStatusCode expected, CancellationToken cancellationToken)
    {
        reply.StatusCode.ShouldBe(expected, await reply.Content.ReadAsStringAsync(cancellationToken));
        reply.Headers.CacheControl.ShouldNotBeNull().NoStore.ShouldBeTrue();
        var error = await reply.JsonAsync(cancellationToken);
        return $"{error.GetProperty("error").GetString()}: {error.GetProperty("error_description").GetString()}";
    }

    /// <summary>The claims of a token, unvalidated.</summary>
    public static JsonElement Claims(string token)
    {
        using var document = JsonDocument.Parse(Convert.FromBase64String(Padded(token.Split('.')[1])));
        return document.RootElement.Clone();
    }

    public static string? Text(this JsonElement element, string name) => element.GetProperty(name).GetString();

    public static string?[] Texts(this JsonElement element, string name) => [.. element.GetProperty(name).EnumerateArray().Select(item => item.GetString())];

    private static string Padded(string base64Url)
    {
        var text = new StringBuilder(base64Url).Replace('-', '+').Replace('_', '/');
        return text.Append('=', (4 - (text.Length % 4)) % 4).ToString();
    }
}
