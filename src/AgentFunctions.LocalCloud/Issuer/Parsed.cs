namespace AgentFunctions.LocalCloud.Issuer;

/// <summary>Untrusted text that became a <typeparamref name="T"/>, or why it did not.</summary>
internal abstract record Parsed<T>
{
    private Parsed()
    {
    }

    internal sealed record Good(T Value) : Parsed<T>;

    internal sealed record Refused(OAuthError Error) : Parsed<T>;

    public static implicit operator Parsed<T>(T value) => new Good(value);

    public static implicit operator Parsed<T>(OAuthError error) => new Refused(error);

    public TResult Match<TResult>(Func<T, TResult> good, Func<OAuthError, TResult> refused) => this switch
    {
        Good(var value) => good(value),
        Refused(var error) => refused(error),
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
