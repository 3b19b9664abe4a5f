namespace AgentFunctions.LocalCloud.Issuer;

/// <summary>A refusal with a code of RFC 6749 sections 4.1.2.1 and 5.2 or OpenID Connect Core section 3.1.2.6.</summary>
internal sealed record OAuthError
{
    private const int LongestQuote = 80;

    private OAuthError(string code, string description, int status = StatusCodes.Status400BadRequest) =>
        (Code, Description, Status) = (code, description, status);

    public string Code { get; }

    public string Description { get; }

    public int Status { get; }

    public static OAuthError InvalidRequest(string description) => new("invalid_request", description);

    public static OAuthError InvalidClient(string description) => new("invalid_client", description, StatusCodes.Status401Unauthorized);

    public static OAuthError UnauthorizedClient(string description) => new("unauthorized_client", description);

    public static OAuthError InvalidGrant(string description) => new("invalid_grant", description);

    public static OAuthError InvalidScope(string description) => new("invalid_scope", description);

    public static OAuthError UnsupportedGrantType(string description) => new("unsupported_grant_type", description);

    public static OAuthError UnsupportedResponseType(string description) => new("unsupported_response_type", description);

    public static OAuthError AccessDenied(string description) => new("access_denied", description);

    public static OAuthError LoginRequired(string description) => new("login_required", description);

    public static OAuthError RequestNotSupported(string code) => new(code, "requests by object or reference are not supported");

    public static OAuthError TemporarilyUnavailable(string description) => new("temporarily_unavailable", description, StatusCodes.Status503ServiceUnavailable);

    /// <summary>The body could not be read at all: too large (413), cut off, or of the wrong framing.</summary>
    public static OAuthError Unreadable(int status) => new("invalid_request", status == StatusCodes.Status413PayloadTooLarge ? "the request is too large" : "the request cannot be read", status);

    public static OAuthError ServerError() => new("server_error", "the request failed for a reason of ours", StatusCodes.Status500InternalServerError);

    /// <summary>User input for a description: cut at 80 characters, and only the characters that RFC 6749 allows there.</summary>
    public static string Quote(string? input)
    {
        var shown = (input ?? "").Length > LongestQuote ? string.Concat(input.AsSpan(0, LongestQuote), "...") : input ?? "";
        return $"`{string.Concat(shown.Select(character => character is >= ' ' and <= '~' and not ('"' or '\\' or '`') ? character : '?'))}`";
    }

    public IResult ToResult() => new ErrorResult(this);

    private sealed class ErrorResult(OAuthError error) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            // RFC 6749 section 5.2: a client that failed to authenticate is told how.
            if (error.Status == StatusCodes.Status401Unauthorized) httpContext.Response.Headers.WWWAuthenticate = "Basic realm=\"LocalCloud\"";
            return TypedResults.Json(new ErrorReply(error.Code, error.Description), IssuerJson.Default.ErrorReply, statusCode: error.Status).ExecuteAsync(httpContext);
        }
    }
}
