using System.Collections.Concurrent;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace AgentFunctions.Contract.Tests.Drivers;

/// <summary>Tokens of LocalCloud, each asked for once.</summary>
internal sealed class Tokens(string localCloud) : IDisposable
{
    /// <summary>All that administers; none that asks.</summary>
    public const string AllOfAdministration =
        "Agents.Read Agents.Write Policy.Read Policy.Write People.Read People.Write Tenant.Read Tenant.Write Audit.Read";

    private readonly HttpClient client = new() { BaseAddress = new Uri(localCloud) };
    private readonly ConcurrentDictionary<(string Client, string? User, string Roles), Lazy<Task<string>>> known = new();

    /// <summary>A pipeline that may change and read everything, and answers for nobody.</summary>
    public Task<string> AdministratorAsync() => OfAsync("contract-pipeline", roles: AllOfAdministration);

    /// <summary>A gateway: names who acts, and for whom.</summary>
    public Task<string> GatewayAsync() => OfAsync("contract-gateway", roles: "Decisions.Ask");

    /// <summary>A gateway that also asks where no agent acts.</summary>
    public Task<string> ApplicationAsync() => OfAsync("contract-application", roles: "Decisions.Ask Decisions.AskForPeople");

    /// <param name="user">The person of a delegated token; null for an app-only one.</param>
    public Task<string> OfAsync(string clientId, string? user = null, string roles = "") =>
        known.GetOrAdd((clientId, user, roles), key => new(() => FetchAsync(key.Client, key.User, key.Roles))).Value;

    /// <summary>A token with another field of LocalCloud's form: an audience, a lifetime.</summary>
    public Task<string> SpoiltAsync(string clientId, string roles, string field, string value) =>
        FetchAsync(new() { ["client_id"] = clientId, ["roles"] = roles, [field] = value });

    public void Dispose() => client.Dispose();

    private Task<string> FetchAsync(string clientId, string? user, string roles)
    {
        var fields = new Dictionary<string, string> { ["client_id"] = clientId };
        if (user is not null) fields["user"] = user;
        if (roles.Length > 0) fields["roles"] = roles;
        return FetchAsync(fields);
    }

    private async Task<string> FetchAsync(Dictionary<string, string> fields)
    {
        using var form = new FormUrlEncodedContent(fields);
        using var response = await client.PostAsync(new Uri("/local/token", UriKind.Relative), form, CancellationToken.None);
        response.IsSuccessStatusCode.ShouldBeTrue(await response.Content.ReadAsStringAsync(CancellationToken.None));
        var answer = await response.Content.ReadFromJsonAsync<JsonObject>(CancellationToken.None);
        return answer.ShouldNotBeNull()["access_token"].ShouldNotBeNull().GetValue<string>();
    }
}
