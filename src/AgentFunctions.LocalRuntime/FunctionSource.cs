using System.Reflection;
using Microsoft.Azure.Functions.Worker.Builder;

namespace AgentFunctions.LocalRuntime;

/// <summary>For tests and benchmarks: they, not the app, are the process's entry assembly.</summary>
public static class FunctionSource
{
    /// <summary>
    /// Takes the functions from <paramref name="assembly"/> instead of the entry assembly. A refused start and an address in use
    /// are then exceptions; an app that is itself the process says them in one line and ends with exit code 1.
    /// Addresses: <c>CreateBuilder(["--urls", "http://127.0.0.1:0"])</c>, then read
    /// <c>IServer.Features.Get&lt;IServerAddressesFeature&gt;()</c> from the started host's services.
    /// </summary>
    public static FunctionsApplicationBuilder UseFunctionsFrom(this FunctionsApplicationBuilder builder, Assembly assembly)
    {
        builder.FunctionTypes = assembly.GetTypes();
        return builder;
    }
}
