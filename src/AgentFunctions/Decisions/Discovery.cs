using AgentFunctions.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace AgentFunctions.Decisions;

/// <summary>Says what this decision point serves (AuthZEN 1.0 section 9). Addresses are made from configuration, never from the Host header.</summary>
internal sealed class Discovery(IOptions<HostingOptions> options)
{
    public IResult Answer()
    {
        var address = options.Value.PublicBaseUrl.TrimEnd('/');
        return TypedResults.Json(
            new DiscoveryContract(address, $"{address}/access/v1/evaluation", $"{address}/access/v1/evaluations"),
            DecisionJson.Default.DiscoveryContract);
    }
}
