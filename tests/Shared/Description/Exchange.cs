namespace AgentFunctions.Shared.Description;

/// <summary>A request that was sent, and what came back.</summary>
/// <param name="Path">With its query, as it was sent.</param>
/// <param name="Body">Of the request; empty for none.</param>
internal sealed record Exchange(string Method, string Path, string Body, int Status, IReadOnlyDictionary<string, string> Headers, string Answer)
{
    /// <summary>Whether a function of the app answered, and not the host or the server: every answer of the app's has its id.</summary>
    public bool ReachedTheApp => Headers.ContainsKey("X-Request-ID");

    public bool Succeeded => Status is >= 200 and < 300;

    /// <summary>The media type of the answer, without parameters.</summary>
    public string MediaType => Headers.TryGetValue("Content-Type", out var type) ? type.Split(';')[0] : string.Empty;

    public override string ToString() => $"{Method} {Path}: {Status} {Answer}";
}
