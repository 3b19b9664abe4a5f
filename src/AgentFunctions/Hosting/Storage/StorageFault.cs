using Azure;

namespace AgentFunctions.Hosting.Storage;

/// <summary>Tells faults of storage from refusals by it (404, 409, 412) and from faults of the app.</summary>
internal static class StorageFault
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

    /// <summary>Somebody else was first, or the same write was by another way: only reading tells.</summary>
    public static bool IsConflict(RequestFailedException fault) => fault.Status is 404 or 409 or 412;

    /// <summary>
    /// True only where the request certainly changed nothing: no connection was made, or storage refused to look at it.
    /// Everything else, each 5xx included, may have been done.
    /// </summary>
    public static bool SaysNothingWasDone(Exception fault) => fault is RequestFailedException failed
        && (failed.Status is 400 or 401 or 403 or 405 or 411 or 413 or 414 or 415 or 429
            || (failed.Status == 0 && failed.InnerException is HttpRequestException
            {
                HttpRequestError: HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError or HttpRequestError.SecureConnectionError,
            }));

    /// <summary>A short word for logs and answers: a status or a kind of fault, never a message from outside.</summary>
    public static string Describe(Exception fault) => fault switch
    {
        RequestFailedException { Status: > 0 } failed => $"storage answered {failed.Status} {failed.ErrorCode}",
        RequestFailedException { InnerException: HttpRequestException http } => $"storage is not reachable: {http.HttpRequestError}",
        OperationCanceledException => "storage did not answer in time",
        _ => $"storage failed: {fault.GetType().Name}",
    };
}
