namespace AgentFunctions.LocalCloud.Issuer;

/// <summary>
/// The parameter `scope`: OpenID's own, and permissions of our audience written as Entra ID does,
/// `{audience}/{permission}`. `{audience}/.default` asks for what the person or client has anyway.
/// </summary>
internal sealed record RequestedScope(string Text, bool WantsIdToken, IReadOnlyList<string> Permissions)
{
    public static readonly IReadOnlyList<string> Standard = ["openid", "profile", "email"];

    private const string Everything = ".default";

    public static Parsed<RequestedScope> Parse(string? text, string audience)
    {
        var permissions = new List<string>();
        var asked = (text ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries).Distinct(StringComparer.Ordinal).ToArray();
        foreach (var scope in asked)
        {
            if (Standard.Contains(scope, StringComparer.Ordinal)) continue;

            if (!scope.StartsWith($"{audience}/", StringComparison.Ordinal) || scope[(audience.Length + 1)..] is not { Length: > 0 } permission || !PlainText.IsToken(permission))
                return OAuthError.InvalidScope($"the scope {OAuthError.Quote(scope)} is none of {string.Join(", ", Standard)} and not a permission of {OAuthError.Quote(audience)}");

            if (permission != Everything) permissions.Add(permission);
        }

        return new RequestedScope(string.Join(' ', asked), asked.Contains("openid", StringComparer.Ordinal), permissions);
    }
}
