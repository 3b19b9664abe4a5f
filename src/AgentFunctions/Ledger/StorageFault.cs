using Azure;

namespace AgentFunctions.Ledger;

/// <summary>What a failed call to storage says about what was done.</summary>
internal static class StorageFault
{
    /// <summary>Another write came first, or the same one did by another way: only reading tells.</summary>
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
