using AgentFunctions.Domain.Attributes;
using AgentFunctions.Domain.Decisions;
using AgentFunctions.Domain.Principals;

namespace AgentFunctions.Decisions.Record;

/// <summary>A request as the ledger keeps it: arguments are left to the digest and to what conditions read of them.</summary>
internal sealed class RecordedRequest(AccessRequest request)
{
    private const string Arguments = "arguments";

    public AccessRequest Request { get; } = request;

    public AttributeValue.Map Value { get; } = Print(request);

    /// <summary>Size of <see cref="Value"/> in canonical JSON.</summary>
    public int Bytes => CanonicalJson.LengthOf(Value);

    private static AttributeValue.Map Print(AccessRequest request) => AttributeObject.Of(
        ("action", AttributeObject.Of(
            ("name", AttributeObject.Text(request.Action)),
            ("properties", Map(request.ActionProperties.Without(Arguments))))),
        ("actors", AttributeObject.Texts(request.Actors.Select(actor => actor.Value))),
        ("context", Map(request.Context)),
        ("delegator", AttributeObject.Text(request.Delegator switch
        {
            DelegatorClaim.Verified => DelegatorNames.Verified,
            DelegatorClaim.Asserted => DelegatorNames.Asserted,
            _ => DelegatorNames.None,
        })),
        ("resource", AttributeObject.Of(
            ("id", AttributeObject.Text(request.Resource.Id)),
            ("properties", Map(request.ResourceProperties)),
            ("type", AttributeObject.Text(request.Resource.Type)))),
        ("route", new AttributeValue.List([.. request.Route.Select(Print)])),
        ("subject", Print(request.Subject, request.SubjectProperties)));

    private static AttributeValue Print(RouteHop hop) => AttributeObject.Of(
        ("id", AttributeObject.Text(hop.Id)),
        ("verified", new AttributeValue.Flag(hop.IsVerified)));

    private static AttributeValue.Map Print(PrincipalId id, AttributeMap properties) => AttributeObject.Of(
        ("id", AttributeObject.Text(id.Id)),
        ("properties", Map(properties)),
        ("type", AttributeObject.Text(id.Type)));

    private static AttributeValue.Map Map(AttributeMap map) => new(map);
}
