using System.Reflection;
using System.Text.RegularExpressions;
using AgentFunctions.Hosting;
using AgentFunctions.Security;
using Microsoft.Azure.Functions.Worker;

namespace AgentFunctions.Shared.Sources;

/// <summary>An HTTP function of the app, as its attributes declare it.</summary>
/// <param name="Feature">The folder that it is in.</param>
/// <param name="Method">In lower case.</param>
/// <param name="Template">Its route, with constraints.</param>
internal sealed partial record AppFunction(string Name, string Feature, string Method, string Template, AccessRequirement Access)
{
    /// <summary>As OpenAPI writes it: parameters without constraints.</summary>
    public string Path => $"/{Constraint().Replace(Template, "}")}";

    public IReadOnlyList<string> PathParameters => [.. Parameter().Matches(Template).Select(match => match.Groups["name"].Value)];

    /// <summary>Whether a parameter of the path is text, which the app parses itself; the others' constraints the host checks.</summary>
    public bool HasTextInPath => Parameter().Matches(Template).Any(match => match.Groups["constraint"].Length == 0);

    public static IReadOnlyList<AppFunction> All() =>
    [
        .. from type in typeof(AgentFunctionsApp).Assembly.GetTypes()
           from method in type.GetMethods()
           let function = method.GetCustomAttribute<FunctionAttribute>()
           where function is not null
           from parameter in method.GetParameters()
           let trigger = parameter.GetCustomAttribute<HttpTriggerAttribute>()
           where trigger is not null
           from verb in trigger.Methods!
           orderby function.Name
           select new AppFunction(function.Name, type.Namespace!.Split('.')[1], verb, trigger.Route!, FunctionAccess.Of(method)),
    ];

    [GeneratedRegex(":[a-z]+}", RegexOptions.None, 1000)]
    private static partial Regex Constraint();

    [GeneratedRegex("{(?<name>[A-Za-z]+)(?<constraint>:[a-z]+)?}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Parameter();
}
