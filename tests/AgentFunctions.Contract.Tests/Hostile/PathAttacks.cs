using AgentFunctions.Contract.Tests.Drivers;

namespace AgentFunctions.Contract.Tests.Hostile;

/// <summary>Ids in paths that are not written as docs/wire.md says, or are none.</summary>
internal static class PathAttacks
{
    private static readonly Expected Refused = new Expected.Problem(400, "invalid_path");

    // What servers and proxies already refuse or take apart may end there; nothing of it may be found.
    private static readonly Expected RefusedSomewhere = new Expected.ByHost(400, 404);

    public static IEnumerable<Attack> All =>
    [
        .. new[]
        {
            "a%5Cb", "a%25b", "a%252Fb", "a~b", "a~", "a~2", "a~2f", "a~GG", "a~2Fb~", "~ED~A0~80", "~C0~AF", "~FF", "~E2~82", "a~00b", "a~0Ab", "a~1Fb", "a~7Fb", "~C2~85",
            new string('x', 257), string.Concat(Enumerable.Repeat("~C3~BC", 257)),
        }.Select(id => new Attack($"path: {Short(id)}", victim => Call.Get($"/people/{id}", victim.Administrator), Refused)),
        .. new[] { "a%2Fb", "%00", "a%00b", "a%0Ab", "a%01b", "a%7Fb", "%C0%AF", "%FF", "%ED%A0%80", "%2E%2E", "..", "..%2Ftenant", "%5C..%5Ctenant", "a%", "a%2", "a%GG", "%" }
            .Select(id => new Attack($"path: {id}", victim => Call.Get($"/people/{id}", victim.Administrator), RefusedSomewhere)),
        .. new[] { ".", "%2E" }.Select(id => new Attack(
            $"path: {id} is the list, or nothing", victim => Call.Get($"/people/{id}", victim.Administrator), new Expected.ByHost(200, 400, 404))),
        new("path: a type of 65 characters", victim => Call.Get($"/principals/{new string('x', 65)}/x", victim.Administrator), Refused),
        new("path: an entitlement of 129 characters", victim => Call.Get($"/principals/agent/x/entitlements/{new string('x', 129)}", victim.Administrator), Refused),
        new("path: a guardrail of 129 characters", victim => Call.Get($"/guardrails/{new string('x', 129)}", victim.Administrator), Refused),
        new("path: an agent of control characters", victim => Call.Put("/agents/a~00b", victim.Administrator, "{}"), Refused),
        new("path: a delegation to an agent of control characters", victim => Call.Get("/delegations/p/a~00b", victim.Administrator), Refused),
        new("path: a ledger entry that is no id", victim => Call.Get("/ledger/1", victim.Administrator), new Expected.ByHost(404)),
        new("path: a ledger entry of another kind of id", victim => Call.Get("/ledger/00000000-0000-0000-0000-000000000000", victim.Administrator), new Expected.Problem(404, "not_found")),
        new("path: a ledger entry of ones", victim => Call.Get("/ledger/ffffffff-ffff-ffff-ffff-ffffffffffff", victim.Administrator), new Expected.Problem(404, "not_found")),
        new("path: a stream beyond all streams", victim => Call.Get("/ledger/streams/2147483647", victim.Administrator), new Expected.Problem(404, "not_found")),
        new("path: a stream below all streams", victim => Call.Get("/ledger/streams/-1", victim.Administrator), new Expected.ByHost(400, 404)),
        new("path: a stream beyond a number", victim => Call.Get("/ledger/streams/99999999999", victim.Administrator), new Expected.ByHost(400, 404)),
        new("path: two slashes", victim => Call.Get("/people//x", victim.Administrator), new Expected.ByHost(400, 404)),
        new("path: a matrix parameter", victim => Call.Get("/tenant;x=1", victim.Administrator), new Expected.ByHost(404)),
        new("path: the host's own", victim => Call.Get("/runtime/webhooks/eventgrid?functionName=x", victim.Administrator), new Expected.ByHost(400, 401, 403, 404)),
        new("path: the host's administration", victim => Call.Get("/admin/functions", victim.Administrator), new Expected.ByHost(401, 403, 404)),
        new("path: well-known of somebody else", victim => Call.Get("/.well-known/../appsettings.json", victim.Administrator), new Expected.ByHost(400, 404)),
        new("path: a query of 4,000 characters", victim => Call.Get($"/people?next={new string('x', 4_000)}", victim.Administrator), new Expected.Problem(400, "invalid_request")),
    ];

    private static string Short(string id) => id.Length <= 24 ? id : $"{id[..8]}.. of {id.Length} characters";
}
