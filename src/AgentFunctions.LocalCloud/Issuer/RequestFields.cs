using System.Text;
using Microsoft.Net.Http.Headers;

namespace AgentFunctions.LocalCloud.Issuer;

/// <summary>
/// The parameters of a request (RFC 6749 section 3.1): each at most once, names as written, one without a value as if it
/// had been left out; at most 32, no name over 100 and no value over 4,096 characters.
/// </summary>
internal sealed class RequestFields
{
    private const int Most = 32;
    private const int LongestValue = 4096;
    private const int LongestName = 100;

    private readonly Dictionary<string, string> values;

    private RequestFields(Dictionary<string, string> values) => this.values = values;

    public IReadOnlyCollection<string> Names => values.Keys;

    public string? this[string name] => values.GetValueOrDefault(name);

    public static Parsed<RequestFields> FromQuery(HttpRequest request) => Parse((request.QueryString.Value ?? "").TrimStart('?'));

    public static async Task<Parsed<RequestFields>> FromFormAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type) || !type.MediaType.Equals(FormText.MediaType, StringComparison.OrdinalIgnoreCase))
            return OAuthError.InvalidRequest($"the body must be {FormText.MediaType}");

        // The server has bounded the body; a byte outside of ASCII becomes a character that no form has.
        using var reader = new StreamReader(request.Body, Encoding.Latin1, detectEncodingFromByteOrderMarks: false);
        return Parse(await reader.ReadToEndAsync(cancellationToken));
    }

    private static Parsed<RequestFields> Parse(string encoded)
    {
        var pairs = encoded.Split('&', Most + 1, StringSplitOptions.RemoveEmptyEntries);
        if (pairs.Length > Most) return OAuthError.InvalidRequest($"there are more than {Most} fields");

        var single = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var pair in pairs)
        {
            var parts = pair.Split('=', 2);
            if (FormText.Decode(parts[0]) is not { } name || FormText.Decode(parts.Length > 1 ? parts[1] : "") is not { } value)
                return OAuthError.InvalidRequest($"the field {OAuthError.Quote(parts[0])} is not form-encoded UTF-8");
            if (name.Length > LongestName) return OAuthError.InvalidRequest($"the name of the field {OAuthError.Quote(name)} is longer than {LongestName} characters");
            if (value.Length > LongestValue) return OAuthError.InvalidRequest($"the field {OAuthError.Quote(name)} is longer than {LongestValue} characters");
            if (!single.TryAdd(name, value)) return OAuthError.InvalidRequest($"the field {OAuthError.Quote(name)} is given more than once");
        }

        return new RequestFields(single.Where(field => field.Value.Length > 0).ToDictionary(StringComparer.Ordinal));
    }
}
