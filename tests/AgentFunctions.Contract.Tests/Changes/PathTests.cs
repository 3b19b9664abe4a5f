using AgentFunctions.Contract.Tests.Deployments;
using AgentFunctions.Contract.Tests.Drivers;

namespace AgentFunctions.Contract.Tests.Changes;

/// <summary>Any id can stand in a path: see docs/wire.md.</summary>
public sealed class PathTests(Deployment deployment)
{
    public static TheoryData<string> Ids =>
    [
        "a/b", @"a\b", "a#b", "a?b", "a%b", "a%2Fb", "a~b", "a b", "a+b", "a&b=c", "a;b", "a:b", "a@b", "a'b", "a\"b", "a|b", "a*b", "{a}", "<a>",
        "grün", "日本語", "🔑", "a\u00a0b", "a\u200db", "/", "\\", "~", "%", "..a", "a/../b", "~2F",
    ];

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task An_id_of_any_characters_is_kept_as_it_is(string id)
    {
        var name = $"{id} {Unique.Name("service")}";

        await deployment.Administration.PrincipalAsync("service", name);

        (await deployment.Administration.GetAsync($"/principals/service/{PathText.Of(name)}")).Json["id"]!.GetValue<string>().ShouldBe(name);
    }

    [Theory]
    [InlineData(".")]
    [InlineData("..")]
    public async Task Dots_alone_are_an_id_too(string id)
    {
        var type = Unique.Name("t");

        await deployment.Administration.PrincipalAsync(type, id);

        (await deployment.Administration.GetAsync($"/principals/{type}/{PathText.Of(id)}")).Json["id"]!.GetValue<string>().ShouldBe(id);
    }

    [Fact]
    public async Task Ways_to_write_an_id_name_the_same()
    {
        var name = Unique.Name("grün");
        await deployment.Administration.PrincipalAsync("service", name);

        var escaped = await deployment.Administration.GetAsync($"/principals/service/{PathText.Of(name)}");
        var percent = await deployment.Administration.GetAsync($"/principals/service/{Uri.EscapeDataString(name)}");

        percent.Text.ShouldBe(escaped.Text);
    }

    [Fact]
    public async Task Ids_are_case_sensitive()
    {
        var name = Unique.Name("service");
        await deployment.Administration.PrincipalAsync("service", name);

        var other = await deployment.Wire.SendAsync(Call.Get($"/principals/service/{name.ToUpperInvariant()}", await deployment.Tokens.AdministratorAsync()));

        other.ShouldBeProblem(404, "not_found");
    }

    [Fact]
    public async Task Ids_that_differ_only_in_their_normal_form_are_two()
    {
        var name = Unique.Name("service");
        await deployment.Administration.PrincipalAsync("service", $"{name}-\u00e9");

        var other = await deployment.Wire.SendAsync(Call.Get($"/principals/service/{PathText.Of($"{name}-e\u0301")}", await deployment.Tokens.AdministratorAsync()));

        other.ShouldBeProblem(404, "not_found");
    }

    [Fact]
    public async Task An_id_with_a_slash_is_entitled_and_decided_on_like_any_other()
    {
        var company = await Company.FoundAsync(deployment);
        var agent = Unique.Name("team/a#1?%2F\\agent");
        await company.HireAsync(agent);
        await deployment.Administration.GrantAsync("agent", agent, "read/all", $$""" "actions":["read"],"resource":{"type":"{{company.Type}}","id":"*"} """);

        var judged = (await company.AskAsync(company.Ask(new() { ["type"] = "agent", ["id"] = agent }))).Judged.ShouldBe("allow");

        judged.Matched.ShouldBe(["read/all"]);
    }
}
