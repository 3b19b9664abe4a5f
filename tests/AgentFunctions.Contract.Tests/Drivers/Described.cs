using System.Text;
using AgentFunctions.Shared.Description;

namespace AgentFunctions.Contract.Tests.Drivers;

/// <summary>Holds everything that any test sends and hears against docs/openapi.json.</summary>
internal static class Described
{
    public static async Task<Answer> CheckAsync(Call call, Answer answer)
    {
        var body = call.Body is { } sent ? Encoding.UTF8.GetString(sent) : string.Empty;
        var exchange = new Exchange(call.Method.Method, call.Path, body, answer.Status, answer.Headers, answer.Text);
        (await ApiDescription.Current.CheckAsync(exchange)).ShouldBeEmpty($"docs/openapi.json is not true of {exchange}");
        return answer;
    }
}
