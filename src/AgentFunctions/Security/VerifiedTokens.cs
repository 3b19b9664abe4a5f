using System.Collections.Concurrent;

namespace AgentFunctions.Security;

/// <summary>
/// Remembers tokens that were found good. Two generations of at most <paramref name="capacity"/> each: when the young
/// one is full it becomes the old one, and what nobody asked for since is forgotten.
/// </summary>
internal sealed class VerifiedTokens(int capacity)
{
    private readonly Lock gate = new();
    private volatile ConcurrentDictionary<TokenDigest, VerifiedToken> young = new();
    private volatile ConcurrentDictionary<TokenDigest, VerifiedToken> old = new();
    private int youngCount;

    public int Count => young.Count + old.Count;

    public VerifiedToken? Find(TokenDigest digest)
    {
        if (young.TryGetValue(digest, out var token))
        {
            return token;
        }

        if (old.TryGetValue(digest, out token))
        {
            Remember(digest, token);
        }

        return token;
    }

    public void Remember(TokenDigest digest, VerifiedToken token)
    {
        if (!young.TryAdd(digest, token))
        {
            young[digest] = token;
            return;
        }

        if (Interlocked.Increment(ref youngCount) >= capacity)
        {
            Turn();
        }
    }

    private void Turn()
    {
        lock (gate)
        {
            if (youngCount >= capacity)
            {
                old = young;
                young = new ConcurrentDictionary<TokenDigest, VerifiedToken>();
                youngCount = 0;
            }
        }
    }
}
