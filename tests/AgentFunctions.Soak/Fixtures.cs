using AgentFunctions.Shared;

[assembly: AssemblyFixture(typeof(AzuriteFixture))]
