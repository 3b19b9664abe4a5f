namespace AgentFunctions.LocalRuntime.Functions;

/// <summary>What functions return, as one type. Called from compiled code.</summary>
internal static class Awaiting
{
    public static ValueTask<object?> Value(object? value) => ValueTask.FromResult(value);

    public static async ValueTask<object?> Nothing(Task task)
    {
        await task;
        return null;
    }

    public static async ValueTask<object?> Result<T>(Task<T> task) => await task;
}
