using AgentFunctions.Contract.Tests.Deployments;
using AgentFunctions.Contract.Tests.Drivers;

namespace AgentFunctions.Contract.Tests.Changes;

/// <summary>An agent has one set of properties: those that decisions read are the only ones that can be written.</summary>
public sealed class AgentPropertiesTests(Deployment deployment)
{
    private const string Properties = """{"properties":{"team":"ap"}}""";

    private readonly string path = $"/principals/agent/{Unique.Name("agent")}";

    [Fact]
    public async Task Properties_registered_with_the_agent_are_what_decisions_read()
    {
        var company = await Company.FoundAsync(deployment);
        await company.GrantAsync("pay", """["pay"]""", more: ""","condition":{"eq":[{"path":"subject.properties.team"},"ap"]}""");
        (await company.AskAsync(company.OwnQuestion("pay"))).Judged.ShouldBe("deny", "no_entitlement");

        await company.HireAsync(company.Agent, $$"""{{Administration.Capable}},"properties":{"team":"ap"}""");

        (await company.AskAsync(company.OwnQuestion("pay"))).Judged.ShouldBe("allow");
    }

    [Theory]
    [InlineData(Properties)]
    [InlineData("""{"properties":[]}""")]
    [InlineData("""{"properties":null}""")]
    public async Task Properties_that_no_decision_reads_are_refused(string document)
    {
        var answer = await PutAsync(path, document, "application/json");

        answer.ShouldBeProblem(400, "invalid_request").Json["detail"]!.GetValue<string>().ShouldStartWith("`/properties` ");
        (await deployment.Wire.SendAsync(Call.Get(path, await deployment.Tokens.AdministratorAsync()))).ShouldBe(404);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"properties":{}}""")]
    public async Task An_agent_is_a_principal_without_properties(string document) =>
        (await PutAsync(path, document, "application/json")).ShouldBe(201);

    [Fact]
    public async Task An_import_brings_an_agent_no_properties_and_with_them_nothing_at_all()
    {
        const string row = """{"id":"e","effect":"allow","actions":["read"],"resource":{"type":"file","id":"*"}}""";
        var import = path.Replace("principals", "imports", StringComparison.Ordinal);

        (await PutAsync(import, $"{Properties}\n{row}", "application/x-ndjson")).ShouldBeProblem(400, "invalid_request")
            .Json["detail"]!.GetValue<string>().ShouldStartWith("line 1: `/properties` ");
        (await deployment.Wire.SendAsync(Call.Get(path, await deployment.Tokens.AdministratorAsync()))).ShouldBe(404);

        (await PutAsync(import, $$"""{}{{"\n"}}{{row}}""", "application/x-ndjson")).ShouldBe(200);
    }

    private async Task<Answer> PutAsync(string path, string document, string type) =>
        await deployment.Wire.SendAsync(Call.Put(path, await deployment.Tokens.AdministratorAsync(), document) with { ContentType = type });
}
