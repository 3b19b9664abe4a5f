using AgentFunctions.Decisions.Facts;
using AgentFunctions.Decisions.Record;
using AgentFunctions.Hosting.Storage;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace AgentFunctions.Decisions;

internal static class DecisionServices
{
    public static IServiceCollection AddDecisions(this IServiceCollection services)
    {
        services.AddOptions<DecisionOptions>().BindConfiguration(DecisionOptions.Section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<DecisionOptions>, DecisionOptionsValidator>();
        services.AddSingleton(provider => new FreshRows(TablesFor(provider, OptionsOf(provider).ReadMilliseconds)));
        services.AddSingleton<ActorReader>();
        services.AddSingleton(provider => new CurrentEntitlements(
            TablesFor(provider, OptionsOf(provider).LoadMilliseconds), KeepUpTo(OptionsOf(provider))));
        services.AddSingleton<GatherFacts>();
        services.AddSingleton<EvaluateAccess>();
        services.AddSingleton<EvaluateMany>();
        services.AddSingleton<ReplayDecision>();
        services.AddSingleton<AnswerEvaluations>();
        return services.AddSingleton<Discovery>();
    }

    private static DecisionOptions OptionsOf(IServiceProvider provider) => provider.GetRequiredService<IOptions<DecisionOptions>>().Value;

    private static Tables TablesFor(IServiceProvider provider, int attemptMilliseconds) =>
        StorageSetup.ConnectTables(provider, TimeSpan.FromMilliseconds(attemptMilliseconds));

    private static MemoryCache KeepUpTo(DecisionOptions options) => new(new MemoryCacheOptions
    {
        SizeLimit = (long)options.EntitlementsMegabytes << 20,
        CompactionPercentage = 0.1,
    });
}
