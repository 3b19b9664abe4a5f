using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using AgentFunctions.Domain.Decisions;
using AgentFunctions.Hosting;

namespace AgentFunctions.Tests.Documentation.OpenApi;

/// <summary>
/// What the description takes from the code, so that it cannot say anything else: `Type.Member` is the value of a
/// constant or of an option's default, `Type` the names of a closed set, `Type!name` those names but one.
/// </summary>
internal static class CodeValue
{
    private const BindingFlags Members = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance;

    private static readonly Assembly[] Code = [typeof(AgentFunctionsApp).Assembly, typeof(AccessPolicy).Assembly];

    public static JsonNode Of(string expression)
    {
        var parts = expression.Split('!')[0].Split('.');
        var type = Code.SelectMany(assembly => assembly.GetTypes()).Single(type => type.Name == parts[0] && !type.IsNested);
        if (parts.Length == 1)
        {
            return Names(type, [.. expression.Split('!').Skip(1)]);
        }

        object? value = null;
        foreach (var part in parts[1..])
        {
            value = Read(value?.GetType() ?? type, value, part);
        }

        return JsonSerializer.SerializeToNode(value) ?? throw new InvalidOperationException($"`{expression}` has no value");
    }

    public static string Text(string expression) => Of(expression).ToString();

    private static JsonArray Names(Type type, string[] but) =>
        [.. Enum.GetValues(type).Cast<object>().Select(NameOf).Where(name => !but.Contains(name)).Select(name => JsonValue.Create(name))];

    private static string NameOf(object value) => value switch
    {
        ReasonCode reason => ReasonCodes.NameOf(reason),
        ProblemCode problem => ProblemKind.Of(problem).Name,
        _ => JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString()!), // An enum's value has a name.
    };

    private static object? Read(Type type, object? instance, string name) => type.GetMember(name, Members).Single() switch
    {
        FieldInfo field => field.GetValue(instance),
        PropertyInfo { GetMethod.IsStatic: true } property => property.GetValue(null),
        PropertyInfo property => property.GetValue(instance ?? Activator.CreateInstance(type)),
        _ => throw new InvalidOperationException($"`{name}` is neither a field nor a property"),
    };
}
