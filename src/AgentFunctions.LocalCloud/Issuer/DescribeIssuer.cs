namespace AgentFunctions.LocalCloud.Issuer;

/// <summary>Tells clients and resource servers where the endpoints are and which key signs.</summary>
internal sealed class DescribeIssuer(IssuerAddress address, SigningKey key)
{
    public IResult Document() => TypedResults.Json(
        new DiscoveryDocument(address.Issuer, address.Authorization, address.Token, address.Keys),
        IssuerJson.Default.DiscoveryDocument);

    public IResult Keys() => TypedResults.Json(new KeySet([key.PublicKey]), IssuerJson.Default.KeySet);
}
