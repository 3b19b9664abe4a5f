using Microsoft.Extensions.Options;

namespace AgentFunctions.LocalCloud;

/// <summary>The faults of starting that a person can mend, each in one line.</summary>
internal static class StartFailure
{
    /// <returns>What to mend, or null when the exception is a fault of ours.</returns>
    public static string? Describe(Exception exception) => exception switch
    {
        OptionsValidationException invalid => $"LocalCloud cannot start: {string.Join("; ", invalid.Failures)}",
        LocalCloudStartException refused => refused.Message,
        _ => null,
    };
}
