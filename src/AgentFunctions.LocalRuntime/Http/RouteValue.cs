using System.Globalization;
using System.Text.Json;
using AgentFunctions.LocalRuntime.Invocations;

namespace AgentFunctions.LocalRuntime.Http;

/// <summary>Route values as parameters, converted as the worker's converters do. Called from compiled code.</summary>
internal static class RouteValue
{
    public static string? Text(LocalFunctionContext context, string name, string? missing) =>
        Convert.ToString(context.HttpContext!.Request.RouteValues[name], CultureInfo.InvariantCulture) is { Length: > 0 } text // HTTP functions only.
            ? text
            : missing;

    public static T Parsed<T>(LocalFunctionContext context, string name, T? missing)
        where T : struct =>
        ParsedOrNull(context, name, missing) ?? throw new FormatException($"route value `{name}` is missing");

    public static T? ParsedOrNull<T>(LocalFunctionContext context, string name, T? missing)
        where T : struct
    {
        if (Text(context, name, missing: null) is not { } text)
        {
            return missing;
        }

        // Guids in any of their forms; numbers as JSON writes them.
        return typeof(T) == typeof(Guid) ? (T)(object)Guid.Parse(text) : JsonSerializer.Deserialize<T>(text);
    }
}
