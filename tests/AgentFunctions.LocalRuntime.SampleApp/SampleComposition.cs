using System.Text.Json;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace AgentFunctions.LocalRuntime.SampleApp;

public static class SampleComposition
{
    public static void Configure(FunctionsApplicationBuilder builder)
    {
        builder.UseMiddleware((context, next) =>
        {
            context.Items["before"] = "unseen";
            return next();
        });
        builder.ConfigureFunctionsWebApplication();
        builder.UseMiddleware<OuterMiddleware>();
        builder.UseMiddleware<GateMiddleware>();
        builder.UseWhen<InnerMiddleware>(context => context.FunctionDefinition.Name == nameof(ContextFunctions.Order));
        builder.Services.AddScoped<Visit>();
        builder.Services.ConfigureHttpJsonOptions(options =>
        {
            options.SerializerOptions.PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower;
            options.SerializerOptions.AllowDuplicateProperties = false;
        });
    }
}
