using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

namespace Microsoft.Azure.Functions.Worker;

/// <summary>Runs the function when a request's method and path match. Goes on the parameter of type `HttpRequest`.</summary>
public sealed class HttpTriggerAttribute : TriggerBindingAttribute
{
    public HttpTriggerAttribute() => AuthLevel = AuthorizationLevel.Function;

    public HttpTriggerAttribute(params string[] methods) => Methods = methods;

    public HttpTriggerAttribute(AuthorizationLevel authLevel) => AuthLevel = authLevel;

    public HttpTriggerAttribute(AuthorizationLevel authLevel, params string[] methods)
    {
        AuthLevel = authLevel;
        Methods = methods;
    }

    /// <summary>Route template under the route prefix, without a leading slash; the function's name when null.</summary>
    public string? Route { get; set; }

    /// <summary>Methods that are answered, in any case; every method when null or empty.</summary>
    public string[]? Methods { get; private set; }

    /// <summary>The host's key that is asked for; not asked for under `func start` and here.</summary>
    public AuthorizationLevel AuthLevel { get; private set; }
}
