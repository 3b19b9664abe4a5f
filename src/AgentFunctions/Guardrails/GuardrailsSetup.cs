using Microsoft.Extensions.DependencyInjection;

namespace AgentFunctions.Guardrails;

internal static class GuardrailsSetup
{
    /// <summary>The tenant, its switch and its guardrails.</summary>
    public static IServiceCollection AddGuardrails(this IServiceCollection services)
    {
        services.AddSingleton<GuardrailTargets>().AddSingleton<PutGuardrail>().AddSingleton<DeleteGuardrail>().AddSingleton<ReadGuardrails>();
        return services.AddSingleton<ChangeTenant>().AddSingleton<PutTenant>().AddSingleton<ReadTenant>().AddSingleton<SwitchTenant>();
    }
}
