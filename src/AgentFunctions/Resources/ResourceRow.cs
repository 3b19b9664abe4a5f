using AgentFunctions.Domain.Resources;

namespace AgentFunctions.Resources;

/// <summary>A resource as it is registered.</summary>
/// <param name="Version">1 for the first registration, one more with every change; goes on after a deletion.</param>
internal sealed record ResourceRow(Resource Resource, long Version);
