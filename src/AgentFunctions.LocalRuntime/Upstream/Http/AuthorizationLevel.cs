namespace Microsoft.Azure.Functions.Worker;

/// <summary>
/// Which key of the Functions host a caller must send. Keys are the host's: under `func start` and here no level asks for one.
/// </summary>
public enum AuthorizationLevel
{
    /// <summary>No key.</summary>
    Anonymous = 0,

    /// <summary>A token of a signed-in user.</summary>
    User = 1,

    /// <summary>A key of the function.</summary>
    Function = 2,

    /// <summary>A system key.</summary>
    System = 3,

    /// <summary>The master key.</summary>
    Admin = 4,
}
