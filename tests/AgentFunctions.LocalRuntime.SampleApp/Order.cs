namespace AgentFunctions.LocalRuntime.SampleApp;

public sealed record Order(string FirstName, int UnitCount);
