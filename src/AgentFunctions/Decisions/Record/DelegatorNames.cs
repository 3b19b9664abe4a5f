namespace AgentFunctions.Decisions.Record;

/// <summary>How far the delegator was known, in entries.</summary>
internal static class DelegatorNames
{
    public const string Verified = "verified";
    public const string Asserted = "asserted";
    public const string None = "none";
}
