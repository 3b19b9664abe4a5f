using System.Globalization;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;

namespace AgentFunctions.LocalRuntime.Hosting;

/// <summary>Where requests are taken: 127.0.0.1:7071, as under `func start`, unless something else is asked for.</summary>
internal static class ListenAddress
{
    private const int DefaultPort = 7071;
    private static readonly string[] Standard = [WebHostDefaults.ServerUrlsKey, WebHostDefaults.HttpPortsKey, WebHostDefaults.HttpsPortsKey];

    /// <summary>
    /// The address to ask for, or null when a standard setting of ASP.NET Core (`--urls`, `ASPNETCORE_URLS`, `ASPNETCORE_HTTP_PORTS`)
    /// decides. `--port` wins over the environment, `--urls` over `--port`.
    /// </summary>
    public static string? Choose(IReadOnlyList<string> arguments, IConfiguration configuration, int? localSettingsPort)
    {
        var port = Port(arguments);
        if (arguments.Any(argument => argument.StartsWith("--urls", StringComparison.OrdinalIgnoreCase)))
        {
            return null;
        }

        if (port is null && Standard.Any(key => !string.IsNullOrEmpty(configuration[key])))
        {
            return null;
        }

        return $"http://127.0.0.1:{(port ?? localSettingsPort ?? DefaultPort).ToString(CultureInfo.InvariantCulture)}";
    }

    private static int? Port(IReadOnlyList<string> arguments)
    {
        for (var at = 0; at < arguments.Count; at++)
        {
            var (name, value) = arguments[at].Split('=', 2) is [var before, var after]
                ? (before, after)
                : (arguments[at], at + 1 < arguments.Count ? arguments[at + 1] : string.Empty);
            if (name is "--port" or "-p")
            {
                return int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port <= ushort.MaxValue
                    ? port
                    : throw new StartRefusedException($"`{name}` needs a port from 0 to 65535, not `{value}`");
            }
        }

        return null;
    }
}
