using AgentFunctions.Domain.Attributes;
using AgentFunctions.Domain.Decisions;
using AgentFunctions.Domain.Guardrails;
using AgentFunctions.Domain.Principals;
using AgentFunctions.Domain.Resources;

namespace AgentFunctions.Domain.Tests.Builders;

/// <summary>
/// One decision as a data file: the time, the request, the facts, and what must come out. Everything that a file does
/// not say is in order, as <see cref="Given"/> has it.
/// </summary>
internal sealed record DecisionCase(AccessRequest Request, AccessFacts Facts, DateTimeOffset Now, AttributeMap Expected)
{
    public static DecisionCase Read(string path)
    {
        var json = CaseJson.Read(path).Only("because", "now", "request", "facts", "expected");
        var request = ReadRequest(json.Map("request"));
        return new DecisionCase(
            request,
            ReadFacts(json.Map("facts"), request),
            json.Time("now", Given.Now),
            json.Map("expected").Only("outcome", "reasons", "matched", "obligations", "factors"));
    }

    private static AccessRequest ReadRequest(AttributeMap json)
    {
        json.Only("caller", "subject", "actors", "verified", "asserted", "action", "arguments", "resource", "context", "route");
        var subject = json.Map("subject").Only("type", "id", "properties");
        var resource = json.Map("resource").Only("type", "id", "properties");
        var delegator = json.Text("verified", json.Text("asserted", string.Empty));
        var actors = json.TryGet("actors", out _) ? json.Texts("actors") : ["payroll-bot"];
        var subjectId = delegator.Length > 0 ? delegator : subject.Text("id", "payroll-bot");
        return Given.Request with
        {
            Caller = json.Text("caller", "gateway"),
            Subject = new PrincipalId(subject.Text("type", delegator.Length > 0 ? "user" : "agent"), subject.Text("id", subjectId)),
            SubjectProperties = subject.Map("properties"),
            Actors = [.. actors.Select(Given.Agent)],
            Delegator = delegator.Length == 0 ? DelegatorClaim.None
                : json.TryGet("verified", out _) ? new DelegatorClaim.Verified(Given.Person(delegator))
                : new DelegatorClaim.Asserted(Given.Person(delegator)),
            Action = json.Text("action", "read"),
            ActionProperties = json.Map("arguments"),
            Resource = new ResourceId(resource.Text("type", "document"), resource.Text("id", "doc-1")),
            ResourceProperties = resource.Map("properties"),
            Context = json.Map("context"),
            Route = [.. json.List("route").Select(hop => ((AttributeValue.Map)hop).Members.Only("id", "verified")).Select(hop => new RouteHop(hop.Text("id", string.Empty), hop.Flag("verified")))],
        };
    }

    private static AccessFacts ReadFacts(AttributeMap json, AccessRequest request)
    {
        json.Only("tenant", "guardrails", "guardrails_version", "actors", "subject", "entitlements", "delegator", "resource");
        var tenant = json.Map("tenant").Only("switch", "guardrails_version", "deputy_grace_days", "directory_max_age_minutes", "delegator_needs_entitlements");
        return Given.Facts with
        {
            Tenant = new Tenant
            {
                Switch = tenant.Word("switch", TenantSwitch.Active),
                GuardrailsVersion = tenant.Number("guardrails_version", 0),
                DeputyGraceDays = tenant.Number("deputy_grace_days", 14),
                DirectoryMaxAgeMinutes = tenant.Number("directory_max_age_minutes", 60),
                DelegatorNeedsEntitlements = tenant.Flag("delegator_needs_entitlements"),
            },
            Guardrails = CompiledEntitlements.Compile(json.Number("guardrails_version", 0), Rules(json, "guardrails", [])),
            Actors = json.TryGet("actors", out _)
                ? [.. json.List("actors").Select(actor => PeopleJson.Actor(((AttributeValue.Map)actor).Members))]
                : [.. request.Actors.Select(id => Given.Actor(id.Value))],
            Subject = PeopleJson.Subject(json.Map("subject"), request),
            Entitlements = CompiledEntitlements.Compile(1, Rules(json, "entitlements", [Given.Rule("read-documents")])),
            Delegator = PeopleJson.Delegator(json, request),
            Resource = PeopleJson.Resource(json, request),
        };
    }

    public static IEnumerable<Entitlement> Rules(AttributeMap json, string name, IEnumerable<Entitlement> otherwise) =>
        json.TryGet(name, out _) ? json.List(name).Select(Rule) : otherwise;

    private static Entitlement Rule(AttributeValue json) => EntitlementJson.Parse(json) switch
    {
        JsonParse<Entitlement>.Accepted accepted => accepted.Value,
        JsonParse<Entitlement>.Refused refused => throw new InvalidDataException($"{refused.Pointer} {refused.Why}"),
        _ => throw new InvalidDataException(),
    };
}
