using System.Text.Json.Nodes;
using AgentFunctions.Contract.Tests.Deployments;
using AgentFunctions.Contract.Tests.Drivers;

namespace AgentFunctions.Contract.Tests.Changes;

public sealed class PagingTests(Deployment deployment)
{
    [Fact]
    public async Task Pages_hold_everything_once()
    {
        var path = await PrincipalWithAsync(5);

        var ids = await AllAsync(path, limit: 2, afterFirstPage: () => Task.CompletedTask);

        ids.ShouldBe(["e0", "e1", "e2", "e3", "e4"], ignoreOrder: true);
    }

    [Fact]
    public async Task Pages_are_of_the_version_that_the_first_one_read_whatever_is_edited_meanwhile()
    {
        var path = await PrincipalWithAsync(5);
        var id = path.Split('/')[3];

        var ids = await AllAsync(path, limit: 2, afterFirstPage: async () =>
        {
            foreach (var entitlement in (string[])["e0", "e1", "e2", "e3", "e4"]) await deployment.Administration.RevokeAsync("service", id, entitlement);
            await deployment.Administration.GrantAsync("service", id, "e9", Rule);
        });

        ids.ShouldBe(["e0", "e1", "e2", "e3", "e4"], ignoreOrder: true);
        (await AllAsync(path, limit: 2, () => Task.CompletedTask)).ShouldBe(["e9"]);
    }

    [Fact]
    public async Task An_items_version_is_its_tag()
    {
        var path = await PrincipalWithAsync(1);

        var page = await deployment.Administration.GetAsync(path);

        var version = page.Json["entitlements"]![0]!["version"]!.GetValue<long>();
        (await deployment.Administration.GetAsync($"{path}/e0")).ETag.ShouldBe($"\"{version}\"");
    }

    [Theory]
    [InlineData("limit=0")]
    [InlineData("limit=1001")]
    [InlineData("limit=-1")]
    [InlineData("limit=1e1")]
    [InlineData("limit=")]
    [InlineData("limit=1&limit=2")]
    [InlineData("next=")]
    [InlineData("next=abc")]
    [InlineData("next=!!")]
    public async Task What_is_no_page_is_refused(string query)
    {
        var path = await PrincipalWithAsync(1);

        var answer = await deployment.Wire.SendAsync(Call.Get($"{path}?{query}", await deployment.Tokens.AdministratorAsync()));

        answer.ShouldBeProblem(400, "invalid_request");
    }

    [Theory]
    [InlineData("agents", "")]
    [InlineData("people", "")]
    [InlineData("resources", "")]
    [InlineData("principals", "&type=agent")]
    [InlineData("guardrails", "")]
    public async Task Every_list_has_pages(string list, string filter)
    {
        var company = await Company.FoundAsync(deployment);
        await company.HireAsync(Unique.Name("agent"));
        await deployment.Administration.ResourceAsync(company.Type, "another");
        foreach (var _ in Enumerable.Range(0, 2))
        {
            await deployment.Administration.GuardrailAsync(Unique.Name("guardrail"), "deny", $$""" "actions":["x"],"resource":{"type":"{{company.Type}}","id":"x"} """);
        }

        var first = await deployment.Administration.GetAsync($"/{list}?limit=1{filter}");
        first.Json[list]!.AsArray().Count.ShouldBe(1);
        var second = await deployment.Administration.GetAsync($"/{list}?limit=1{filter}&next={Uri.EscapeDataString(first.Json["next"]!.GetValue<string>())}");
        second.Json[list]!.AsArray().ShouldHaveSingleItem()!.ToJsonString().ShouldNotBe(first.Json[list]![0]!.ToJsonString());
    }

    [Fact]
    public async Task A_person_lends_to_several_agents_and_sees_them_in_pages()
    {
        var company = await Company.FoundAsync(deployment);
        var other = Unique.Name("agent");
        await company.HireAsync(other);
        await deployment.Administration.DelegateAsync(company.Delegator, other, """["read"]""", company.Type);

        var first = await deployment.Administration.GetAsync($"/delegations/{company.Delegator}?limit=1");
        var second = await deployment.Administration.GetAsync($"/delegations/{company.Delegator}?limit=1&next={Uri.EscapeDataString(first.Json["next"]!.GetValue<string>())}");

        string[] agents = [.. new[] { first, second }.Select(page => page.Json["delegations"]![0]!["agent_id"]!.GetValue<string>())];
        agents.ShouldBe([company.Agent, other], ignoreOrder: true);
        second.Json["next"].ShouldBeNull();
    }

    private const string Rule = """ "actions":["read"],"resource":{"type":"file","id":"*"} """;

    private async Task<string> PrincipalWithAsync(int entitlements)
    {
        var id = Unique.Name("service");
        await deployment.Administration.PrincipalAsync("service", id);
        for (var number = 0; number < entitlements; number++) await deployment.Administration.GrantAsync("service", id, $"e{number}", Rule);
        return $"/principals/service/{id}/entitlements";
    }

    private async Task<IReadOnlyList<string>> AllAsync(string path, int limit, Func<Task> afterFirstPage)
    {
        var ids = new List<string>();
        for (var next = ""; ;)
        {
            var page = (await deployment.Administration.GetAsync($"{path}?limit={limit}{next}")).Json;
            var items = page["entitlements"]!.AsArray();
            items.Count.ShouldBeLessThanOrEqualTo(limit);
            ids.AddRange(items.Select(item => item!["id"]!.GetValue<string>()));
            if (page["next"] is not JsonValue token) return ids;
            if (next.Length == 0) await afterFirstPage();
            next = $"&next={Uri.EscapeDataString(token.GetValue<string>())}";
        }
    }
}
