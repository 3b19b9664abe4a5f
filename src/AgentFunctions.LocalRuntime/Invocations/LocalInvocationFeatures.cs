using System.Collections;
using Microsoft.Azure.Functions.Worker;

namespace AgentFunctions.LocalRuntime.Invocations;

internal sealed class LocalInvocationFeatures(FunctionDefinition definition) : IInvocationFeatures
{
    private readonly Dictionary<Type, object> features = new() { [typeof(FunctionDefinition)] = definition };

    public void Set<T>(T instance) => features[typeof(T)] = instance ?? throw new ArgumentNullException(nameof(instance));

    public T? Get<T>() => features.TryGetValue(typeof(T), out var feature) ? (T)feature : default;

    public IEnumerator<KeyValuePair<Type, object>> GetEnumerator() => features.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
