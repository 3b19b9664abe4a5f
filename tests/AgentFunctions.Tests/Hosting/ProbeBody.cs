namespace AgentFunctions.Tests.Hosting;

internal sealed record ProbeBody
{
    public required string DisplayName { get; init; }

    public int Amount { get; init; }

    public ProbeBody? Inner { get; init; }

    public Dictionary<string, int> Counts { get; init; } = [];
}
