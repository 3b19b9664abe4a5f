using System.Security.Cryptography;
using AgentFunctions.Domain.Attributes;
using AgentFunctions.Domain.Decisions;

namespace AgentFunctions.Decisions;

/// <summary>
/// What a challenge, an approval and a permit bind: SHA-256 over the canonical JSON (RFC 8785) of the agent, the
/// delegator, the chain, the route, the action with its arguments, and the resource. Context is no part of it.
/// </summary>
internal static class ActDigest
{
    /// <returns>`sha-256:` and 64 lower-case hexadecimal digits.</returns>
    public static string Of(AccessRequest request) =>
        $"sha-256:{Convert.ToHexStringLower(SHA256.HashData(CanonicalJson.ToUtf8(Bound(request))))}";

    private static AttributeValue.Map Bound(AccessRequest request) => AttributeObject.Of(
        ("action", AttributeObject.Of(
            ("name", AttributeObject.Text(request.Action)),
            ("properties", new AttributeValue.Map(request.ActionProperties)))),
        ("agent", request.Actors.Count > 0 ? AttributeObject.Text(request.Actors[0].Value) : AttributeValue.Null),
        ("chain", AttributeObject.Texts(request.Actors.Select(actor => actor.Value))),
        ("delegator", request.Delegator switch
        {
            DelegatorClaim.Verified verified => AttributeObject.Text(verified.Person.Value),
            DelegatorClaim.Asserted asserted => AttributeObject.Text(asserted.Person.Value),
            _ => AttributeValue.Null,
        }),
        ("resource", AttributeObject.Of(
            ("id", AttributeObject.Text(request.Resource.Id)),
            ("type", AttributeObject.Text(request.Resource.Type)))),
        ("route", AttributeObject.Texts(request.Route.Select(hop => hop.Id))),
        ("subject", AttributeObject.Text(request.Subject.ToString())));
}
