using System.Text.Json.Nodes;
using AgentFunctions.Contract.Tests.Drivers;

namespace AgentFunctions.Contract.Tests.Interop;

/// <summary>Loads a scenario's people and rules through the administration API. Loading it again changes nothing.</summary>
internal static class Scenario
{
    public static async Task LoadAsync(Administration administration, string file)
    {
        var scenario = Vectors.Read(file);
        var roles = scenario["roles"].ShouldNotBeNull().AsObject();
        await Task.WhenAll(scenario["people"].ShouldNotBeNull().AsArray().Select(person => LoadAsync(administration, person.ShouldNotBeNull().AsObject(), roles)));
    }

    private static async Task LoadAsync(Administration administration, JsonObject person, JsonObject roles)
    {
        var (type, id, properties) = (Text(person, "type"), Text(person, "id"), person["properties"].ShouldNotBeNull());
        await administration.PersonAsync(id);
        await administration.PrincipalAsync(type, id, properties.ToJsonString());
        var entitlements = properties["roles"].ShouldNotBeNull().AsArray()
            .SelectMany(role => EntitlementsOf(role.ShouldNotBeNull().GetValue<string>(), roles))
            .DistinctBy(entitlement => Text(entitlement, "id"));
        foreach (var entitlement in entitlements)
        {
            await administration.PutAsync($"/principals/{type}/{id}/entitlements/{Text(entitlement, "id")}", entitlement.ToJsonString());
        }
    }

    private static IEnumerable<JsonObject> EntitlementsOf(string role, JsonObject roles)
    {
        var definition = roles[role].ShouldNotBeNull();
        return definition["includes"].ShouldNotBeNull().AsArray()
            .SelectMany(included => EntitlementsOf(included.ShouldNotBeNull().GetValue<string>(), roles))
            .Concat(definition["entitlements"].ShouldNotBeNull().AsArray().Select(entitlement => entitlement.ShouldNotBeNull().AsObject()));
    }

    private static string Text(JsonObject json, string member) => json[member].ShouldNotBeNull().GetValue<string>();
}
