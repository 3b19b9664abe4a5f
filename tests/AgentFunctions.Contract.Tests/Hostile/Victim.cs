using System.Text.Json.Nodes;
using AgentFunctions.Contract.Tests.Deployments;
using AgentFunctions.Contract.Tests.Drivers;
using AgentFunctions.Shared;

namespace AgentFunctions.Contract.Tests.Hostile;

/// <summary>What is attacked: a company whose plain question is allowed, so that a wrong allow would show.</summary>
public sealed class Victim(Deployment deployment) : IAsyncLifetime
{
    // A text that JSON writes as it is and no question has.
    private const string Mark = "-here-";

    private Company? company;

    internal Deployment Deployment => deployment;

    internal Company Company => company!; // Founded before any test runs.

    internal string Gateway { get; private set; } = "";

    internal string Application { get; private set; } = "";

    internal string Administrator { get; private set; } = "";

    /// <summary>The agent's own token, with every role there is.</summary>
    internal string AgentWithRoles { get; private set; } = "";

    /// <summary>A known caller without any role.</summary>
    internal string Nobody { get; private set; } = "";

    public async ValueTask InitializeAsync()
    {
        company = await Company.FoundAsync(deployment);
        Gateway = await deployment.Tokens.GatewayAsync();
        Application = await deployment.Tokens.ApplicationAsync();
        Administrator = await deployment.Tokens.AdministratorAsync();
        AgentWithRoles = await deployment.Tokens.OfAsync(company.Agent, roles: $"{Tokens.AllOfAdministration} Decisions.Ask Decisions.AskForPeople");
        Nobody = await deployment.Tokens.OfAsync("contract-nobody");
        (await company.AskAsync(company.Question())).Judged.ShouldBe("allow");
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    /// <summary>The question that is allowed.</summary>
    internal string Question => Company.Question().ToJsonString();

    internal Call Ask(string json) => Call.Post("/access/v1/evaluation", Gateway, json);

    internal Call Ask(byte[] body) => Ask("") with { Body = body };

    internal Call AskWith(string? token) => Call.Post("/access/v1/evaluation", token, Question);

    internal Call AskWith(TestToken token) => AskWith(token.Text);

    internal Call AskSeveral(string json) => Call.Post("/access/v1/evaluations", Gateway, json);

    /// <summary>The question with one member replaced by this text, json or not.</summary>
    /// <param name="path">Names with slashes between; the last one may be new.</param>
    internal Call AskWith(string path, string json) => Ask(With(path, json));

    internal string With(string path, string json)
    {
        JsonNode question = Company.Question();
        question["context"] = new JsonObject();
        question["action"]!["properties"] = new JsonObject();
        question["resource"]!["properties"] = new JsonObject();
        var names = path.Split('/');
        var parent = names[..^1].Aggregate(question, (node, name) => node[name]!);
        parent[names[^1]] = Mark;
        return question.ToJsonString().Replace($"\"{Mark}\"", json, StringComparison.Ordinal);
    }

    /// <summary>The question without a member.</summary>
    internal Call AskWithout(string path)
    {
        JsonNode question = Company.Question();
        var names = path.Split('/');
        names[..^1].Aggregate(question, (node, name) => node[name]!).AsObject().Remove(names[^1]);
        return Ask(question.ToJsonString());
    }

    /// <summary>A good token of the second issuer for a gateway, to be spoilt.</summary>
    internal TestToken Token() => deployment.Token("hostile-gateway", "Decisions.Ask");
}
