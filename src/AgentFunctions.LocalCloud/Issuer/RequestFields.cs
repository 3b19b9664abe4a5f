using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace AgentFunctions.LocalCloud.Issuer;

/// <summary>
/// The parameters of a request (RFC 6749 section 3.1): each at most once, names as written, one without a value as if it
/// had been left out; at most 32, none longer than 4,096 characters.
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

    public static Parsed<RequestFields> FromQuery(HttpRequest request) => Read(request.Query);

    public static async Task<Parsed<RequestFields>> FromFormAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type) || !type.MediaType.Equals("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase))
            return OAuthError.InvalidRequest("the body must be application/x-www-form-urlencoded");

        try
        {
            return Read(await request.ReadFormAsync(cancellationToken));
        }
        catch (InvalidDataException)
        {
            return OAuthError.InvalidRequest("the form has too many or too long fields");
        }
    }

    private static Parsed<RequestFields> Read(IEnumerable<KeyValuePair<string, StringValues>> pairs)
    {
        var single = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, all) in pairs)
        {
            if (name.Length > LongestName) return OAuthError.InvalidRequest($"the name of the field {OAuthError.Quote(name)} is longer than {LongestName} characters");
            if (all.Count > 1) return OAuthError.InvalidRequest($"the field {OAuthError.Quote(name)} is given more than once");
            if (all.ToString() is not { Length: > 0 } value) continue;
            if (value.Length > LongestValue) return OAuthError.InvalidRequest($"the field {OAuthError.Quote(name)} is longer than {LongestValue} characters");
            single.Add(name, value);
        }

        return single.Count <= Most ? new RequestFields(single) : OAuthError.InvalidRequest($"there are more than {Most} fields");
    }
}
