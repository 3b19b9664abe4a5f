namespace AgentFunctions.Contract.Tests.Freshness;

/// <summary>Tests that change what every other test depends on: they run after the others, one by one.</summary>
[CollectionDefinition(nameof(Alone), DisableParallelization = true)]
public sealed class Alone;
