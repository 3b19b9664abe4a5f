using AgentFunctions.Hosting.Storage;
using Azure.Storage.Blobs;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace AgentFunctions.Hosting;

/// <summary>Asks for a container that need not be there: reachable, and permitted.</summary>
internal sealed class BlobsHealthCheck(BlobServiceClient blobs) : IHealthCheck
{
    private const string AnyContainer = "health";

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            _ = await blobs.GetBlobContainerClient(AnyContainer).ExistsAsync(cancellationToken);
            return HealthCheckResult.Healthy();
        }
        catch (Exception fault) when (!cancellationToken.IsCancellationRequested)
        {
            return HealthCheckResult.Unhealthy(StorageFault.Describe(fault));
        }
    }
}
