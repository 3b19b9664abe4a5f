namespace AgentFunctions.Domain.Conditions;

/// <summary>How large a condition may be where it is written; nothing larger is ever compiled.</summary>
public static class ConditionLimits
{
    /// <summary>Conditions within conditions; a comparison alone is 1.</summary>
    public const int MaxDepth = 8;

    /// <summary>All, any, not, comparisons and windows together.</summary>
    public const int MaxNodes = 64;

    /// <summary>In UTF-16 code units.</summary>
    public const int MaxLiteralLength = 1_024;

    /// <summary>Of a literal list.</summary>
    public const int MaxListItems = 256;

    public const int MaxPathSegments = 8;

    /// <summary>In UTF-16 code units.</summary>
    public const int MaxSegmentLength = 256;
}
