using Microsoft.Azure.Functions.Worker;

namespace AgentFunctions.LocalRuntime.Functions;

internal sealed class LocalBindingMetadata(string name, string type, BindingDirection direction) : BindingMetadata
{
    public const string HttpTrigger = "httpTrigger";
    public const string TimerTrigger = "timerTrigger";

    public static readonly LocalBindingMetadata Answer = new("$return", "http", BindingDirection.Out);

    public override string Name => name;

    public override string Type => type;

    public override BindingDirection Direction => direction;
}
