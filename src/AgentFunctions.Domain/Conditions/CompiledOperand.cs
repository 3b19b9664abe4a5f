using AgentFunctions.Domain.Attributes;

namespace AgentFunctions.Domain.Conditions;

/// <summary>One side of a comparison, ready to be read: a constant, or a path (a path that leads nowhere is missing).</summary>
internal sealed class CompiledOperand
{
    private readonly Datum constant;
    private readonly CompiledPath? path;

    private CompiledOperand(Datum constant, CompiledPath? path) => (this.constant, this.path) = (constant, path);

    public static CompiledOperand Of(Operand operand) => operand switch
    {
        Operand.Literal literal => new CompiledOperand(Datum.Of(literal.Value), null),
        Operand.Attribute attribute when CompiledPath.TryResolve(attribute.Path, out var path) => new CompiledOperand(Datum.Missing, path),
        _ => new CompiledOperand(Datum.Missing, null),
    };

    /// <summary>RFC 3339 text becomes a point in time once, here, where it is compared with one.</summary>
    public CompiledOperand ReadAgainst(CompiledOperand other) =>
        other.path is { Root: AttributeRoot.Time }
        && constant.Kind == DatumKind.Text
        && Rfc3339.TryParse(constant.Text, out var time)
            ? new CompiledOperand(Datum.OfInstant(time), null)
            : this;

    public Datum Read(in AttributeSource source) => path is null ? constant : source.Read(path);
}
