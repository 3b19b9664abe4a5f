using AgentFunctions.Security;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace AgentFunctions.Hosting;

/// <summary>Up or not, for anyone; with `Audit.Read`, each dependency.</summary>
internal sealed class HealthFunctions(HealthReader health)
{
    [Function("Health")]
    [Public]
    public async Task<IResult> Health([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "health")] HttpRequest request, CancellationToken cancellationToken)
    {
        var report = await health.ReadAsync(cancellationToken);
        var mayKnowMore = request.HttpContext.FindCaller()?.HasAny(Role.AuditRead) == true;
        return HealthAnswer.Of(report, mayKnowMore);
    }
}
