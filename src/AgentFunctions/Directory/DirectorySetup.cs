using Microsoft.Extensions.DependencyInjection;

namespace AgentFunctions.Directory;

internal static class DirectorySetup
{
    /// <summary>What is known of people.</summary>
    public static IServiceCollection AddDirectory(this IServiceCollection services) =>
        services.AddSingleton<FindPerson>().AddSingleton<PutPerson>().AddSingleton<ReadPeople>();
}
