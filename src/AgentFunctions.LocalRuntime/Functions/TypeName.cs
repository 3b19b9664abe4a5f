namespace AgentFunctions.LocalRuntime.Functions;

/// <summary>A type as it is written in C#, for messages to the person who wrote it.</summary>
internal static class TypeName
{
    public static string Of(Type type) => type switch
    {
        { IsGenericType: true } => $"{type.Name.Split('`')[0]}<{string.Join(", ", type.GetGenericArguments().Select(Of))}>",
        _ when type == typeof(void) => "void",
        _ when type == typeof(string) => "string",
        _ when type == typeof(int) => "int",
        _ when type == typeof(bool) => "bool",
        _ => type.Name,
    };
}
