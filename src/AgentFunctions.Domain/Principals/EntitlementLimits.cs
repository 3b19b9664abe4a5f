namespace AgentFunctions.Domain.Principals;

/// <summary>How large an entitlement may be where it is written. Lengths are in UTF-16 code units.</summary>
public static class EntitlementLimits
{
    public const int MaxIdLength = 128;

    public const int MaxActions = 64;

    /// <summary>Of an action name or pattern.</summary>
    public const int MaxActionLength = 128;

    public const int MaxPurposeLength = 256;

    public const int MaxObligations = 16;

    /// <summary>Leaves room for the number that tells two obligations of one id apart in an answer.</summary>
    public const int MaxObligationIdLength = 120;

    public const int MaxObligationTypeLength = 64;

    /// <summary>Of an obligation's properties in canonical JSON.</summary>
    public const int MaxObligationBytes = 4_096;

    /// <summary>Objects and arrays within each other, in an entitlement as a whole.</summary>
    public const int MaxJsonDepth = 24;
}
