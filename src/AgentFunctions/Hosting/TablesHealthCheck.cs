using AgentFunctions.Hosting.Storage;
using Azure.Data.Tables;
using Azure.Data.Tables.Models;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace AgentFunctions.Hosting;

/// <summary>A point read of a row that is not there, in every table: reachable, permitted, and created.</summary>
internal sealed class TablesHealthCheck(Tables tables) : IHealthCheck
{
    private const string NoRow = "health";

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            await Task.WhenAll(tables.Everyone.Select(table => ReadAsync(table, cancellationToken)));
            return HealthCheckResult.Healthy();
        }
        catch (Exception fault) when (!cancellationToken.IsCancellationRequested)
        {
            return HealthCheckResult.Unhealthy(StorageFault.Describe(fault));
        }
    }

    // A missing row is an answer; a missing table is a fault, which the reader of this check takes for down.
    private static async Task ReadAsync(TableClient table, CancellationToken cancellationToken)
    {
        try
        {
            _ = await table.GetEntityAsync<TableEntity>(NoRow, NoRow, [], cancellationToken);
        }
        catch (Azure.RequestFailedException fault) when (fault.ErrorCode == TableErrorCode.ResourceNotFound)
        {
            // The answer that was hoped for.
        }
    }
}
