namespace AgentFunctions.LocalCloud.Issuer;

/// <summary>Tells the person that the sign-in cannot go on, where the client must not be told.</summary>
internal static class RefusalPage
{
    public static Page Of(OAuthError error) => new(
        error.Status,
        "This sign-in cannot go on",
        $"<p>The application sent a request that is refused: {Page.Encode(error.Description)}.</p>\n<p>Error: <code>{Page.Encode(error.Code)}</code></p>");
}
