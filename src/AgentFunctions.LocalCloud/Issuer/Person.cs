namespace AgentFunctions.LocalCloud.Issuer;

/// <summary>A person a token can be about; <paramref name="Id"/> is the token's `oid`.</summary>
internal sealed record Person(string Id, string Name, IReadOnlyList<string> Roles)
{
    /// <summary>The id itself where it is shaped like an address, else one at a domain reserved for examples (RFC 2606).</summary>
    public string SignInName => Id.Contains('@', StringComparison.Ordinal) ? Id : $"{Id}@people.example";
}
