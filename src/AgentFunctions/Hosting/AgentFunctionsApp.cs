using AgentFunctions.Agents;
using AgentFunctions.Decisions;
using AgentFunctions.Delegations;
using AgentFunctions.Directory;
using AgentFunctions.Guardrails;
using AgentFunctions.Hosting.Storage;
using AgentFunctions.Ledger.Changes;
using AgentFunctions.Ledger;
using AgentFunctions.Principals;
using AgentFunctions.Resources;
using AgentFunctions.Security;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.Hosting;

namespace AgentFunctions.Hosting;

/// <summary>The only way in, for production, tests and benchmarks alike: what the app is made of, and what every request passes.</summary>
internal static class AgentFunctionsApp
{
    public static FunctionsApplicationBuilder AddAgentFunctions(this FunctionsApplicationBuilder builder)
    {
        builder.Services
            .AddHosting()
            .AddSecurity()
            .AddStorage()
            .AddLedger()
            .AddChanges()
            .AddPrincipals()
            .AddGuardrails()
            .AddDirectory()
            .AddAgents()
            .AddResources()
            .AddDelegations()
            .AddDecisions();
        return builder;
    }

    /// <summary>After ConfigureFunctionsWebApplication: earlier middleware has no request to look at.</summary>
    public static FunctionsApplicationBuilder UseAgentFunctions(this FunctionsApplicationBuilder builder)
    {
        builder.UseMiddleware<AnswerMiddleware>();
        builder.UseMiddleware<AuthenticationMiddleware>();
        return builder;
    }
}
