namespace AgentFunctions.Hosting.Storage;

/// <summary>Every table of the app, before the deployment's prefix. What is not in <see cref="All"/> is not created.</summary>
internal static class TableNames
{
    public const string Principals = "Principals";
    public const string People = "People";
    public const string Resources = "Resources";
    public const string Tenant = "Tenant";

    public static IReadOnlyList<string> All { get; } = [Principals, People, Resources, Tenant];
}
