using AgentFunctions.Domain.Directory;

namespace AgentFunctions.Directory;

/// <summary>A person as they are registered.</summary>
/// <param name="Version">1 for the first word about them, one more with every change.</param>
internal sealed record PersonRow(Person Person, long Version);
