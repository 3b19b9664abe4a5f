namespace Microsoft.Azure.Functions.Worker.Builder;

public static class FunctionsApplication
{
    /// <summary>
    /// Settings in order, later wins: defaults, `local.settings.json`, `appsettings.json`, environment variables, <paramref name="args"/>.
    /// </summary>
    public static FunctionsApplicationBuilder CreateBuilder(string[] args) => new(args);
}
