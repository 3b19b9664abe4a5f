using Azure;

namespace AgentFunctions.Hosting.Storage;

/// <summary>Tells faults of storage from refusals by it (404, 409, 412) and from faults of the app.</summary>
internal static class TableFault
{
    /// <summary>
    /// Storage could not be reached, did not answer in time or failed: whether a write happened is unknown.
    /// False when <paramref name="cancellationToken"/> itself was the cause.
    /// </summary>
    public static bool IsOne(Exception fault, CancellationToken cancellationToken) => fault switch
    {
        RequestFailedException { Status: 404 or 409 or 412 or 400 or 413 } => false,
        RequestFailedException => true,
        // The SDK's own patience per attempt ends in the same exception as the caller's.
        OperationCanceledException => !cancellationToken.IsCancellationRequested,
        AggregateException many => many.InnerExceptions.All(one => IsOne(one, cancellationToken)),
        IOException or HttpRequestException => true,
        _ => false,
    };

    /// <summary>Somebody else was first: a conditional write found another ETag, an insert found a row, a change found none.</summary>
    public static bool IsConflict(RequestFailedException fault) => fault.Status is 404 or 409 or 412;

    /// <summary>What may be logged of it.</summary>
    public static string CodeOf(Exception fault) =>
        fault is RequestFailedException failed ? $"{failed.Status} {failed.ErrorCode}" : fault.GetType().Name;
}
