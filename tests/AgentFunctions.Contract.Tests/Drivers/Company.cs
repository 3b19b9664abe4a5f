using System.Text.Json.Nodes;
using AgentFunctions.Contract.Tests.Deployments;

namespace AgentFunctions.Contract.Tests.Drivers;

/// <summary>
/// What a test needs to ask a question that is allowed: an agent with living owner and deputy, a person who lends it
/// what it does, a resource of low sensitivity, and the entitlement to read it. All of it is the test's own.
/// </summary>
internal sealed class Company
{
    private readonly Deployment deployment;

    private Company(Deployment deployment) => this.deployment = deployment;

    public string Owner { get; } = Unique.Name("owner");

    public string Deputy { get; } = Unique.Name("deputy");

    public string Delegator { get; } = Unique.Name("delegator");

    public string Agent { get; } = Unique.Name("agent");

    /// <summary>A resource type that nobody else uses.</summary>
    public string Type { get; } = Unique.Name("doc");

    /// <summary>The id of the registered resource.</summary>
    public string Resource { get; } = "report";

    /// <summary>The id of the entitlement to `read`.</summary>
    public string Entitlement { get; } = "read";

    public Administration Administration => deployment.Administration;

    public static async Task<Company> FoundAsync(Deployment deployment)
    {
        var company = new Company(deployment);
        var administration = deployment.Administration;
        await Task.WhenAll(
            administration.PersonAsync(company.Owner),
            administration.PersonAsync(company.Deputy),
            administration.PersonAsync(company.Delegator),
            administration.ResourceAsync(company.Type, company.Resource));
        await company.HireAsync(company.Agent);
        await Task.WhenAll(
            company.GrantAsync(company.Entitlement, """["read"]"""),
            administration.DelegateAsync(company.Delegator, company.Agent, """["*"]""", company.Type));
        return company;
    }

    /// <summary>Registers another agent of the same owner and deputy.</summary>
    public Task<Answer> HireAsync(string agent, string rest = Drivers.Administration.Capable) => Administration.AgentAsync(agent, Owner, Deputy, rest);

    /// <summary>Entitles the agent on every resource of the company's type.</summary>
    public Task<Answer> GrantAsync(string entitlement, string actions, string effect = "allow", string more = "") =>
        Administration.GrantAsync("agent", Agent, entitlement, $$""" "actions":{{actions}},"resource":{"type":"{{Type}}","id":"*"}{{more}} """, effect);

    /// <summary>The agent reads the resource for the delegator.</summary>
    public JsonObject Question(string action = "read") => Ask(
        new JsonObject { ["type"] = "user", ["id"] = Delegator, ["properties"] = new JsonObject { ["act"] = new JsonObject { ["sub"] = Agent } } }, action);

    /// <summary>The agent reads the resource for itself.</summary>
    public JsonObject OwnQuestion(string action = "read") => Ask(new JsonObject { ["type"] = "agent", ["id"] = Agent }, action);

    public JsonObject Ask(JsonObject subject, string action = "read") => new()
    {
        ["subject"] = subject,
        ["action"] = new JsonObject { ["name"] = action },
        ["resource"] = new JsonObject { ["type"] = Type, ["id"] = Resource },
    };

    /// <summary>A gateway asks.</summary>
    public async Task<Answer> AskAsync(JsonNode question) =>
        await deployment.Wire.SendAsync(Call.Evaluation(await deployment.Tokens.GatewayAsync(), question));

    /// <summary>The agent asks with its own token.</summary>
    /// <param name="user">The person of its delegated token; null for an app-only one.</param>
    public async Task<Answer> AskAsAgentAsync(JsonNode question, string? user = null) =>
        await deployment.Wire.SendAsync(Call.Evaluation(await deployment.Tokens.OfAsync(Agent, user), question));
}
