namespace AgentFunctions.Hosting.Storage.Versions;

/// <summary>What became of one transaction of a stage.</summary>
internal enum StepOutcome
{
    /// <summary>Nobody can say in time.</summary>
    Unknown = 0,

    /// <summary>The head is somebody else's: this run can write nothing any more.</summary>
    Fenced,

    Done,
}
