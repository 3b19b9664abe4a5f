using AgentFunctions.Domain.Attributes;
using AgentFunctions.Domain.Principals;
using AgentFunctions.Hosting;

namespace AgentFunctions.Principals;

/// <summary>
/// Makes an import's document of its lines: the first is the principal (`{"properties": {...}}`), every other one an
/// entitlement. The first fault refuses it whole, by the number of its line.
/// </summary>
internal sealed class ImportLines(PrincipalId principal, int maxRows)
{
    private readonly Dictionary<string, string> rows = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> seen = new(StringComparer.Ordinal);
    private AttributeMap properties = AttributeMap.Empty;
    private int line;

    /// <returns>What is wrong with the line; null when nothing is.</returns>
    public Problem? Add(ReadOnlySpan<byte> text)
    {
        line++;
        return AttributeJson.Parse(text, EntitlementLimits.MaxJsonDepth) switch
        {
            JsonParse<AttributeValue>.Accepted { Value: AttributeValue.Map map } => line == 1 ? AddPrincipal(map.Members) : AddEntitlement(map),
            JsonParse<AttributeValue>.Refused refused => Refuse(DocumentProblem.Describe(refused.Pointer, refused.Why)),
            _ => Refuse("must be an object"),
        };
    }

    public Problem Refuse(string what) => new(ProblemCode.InvalidRequest, $"line {line}: {what}");

    public Problem TooLong(int maxBytes)
    {
        line++;
        return Refuse($"must not be longer than {maxBytes} bytes");
    }

    public BodyOutcome<ImportDocument> End()
    {
        return line == 0
            ? new BodyOutcome<ImportDocument>.Refused(new Problem(ProblemCode.InvalidRequest, "the first line must be the principal"))
            : new BodyOutcome<ImportDocument>.Accepted(new ImportDocument(properties, rows));
    }

    private Problem? AddPrincipal(AttributeMap document)
    {
        switch (PrincipalContracts.Read(principal, document))
        {
            case BodyOutcome<AttributeMap>.Accepted accepted:
                properties = accepted.Value;
                return null;
            case var refused:
                return Refuse(Refusal.Of(refused).Detail ?? string.Empty);
        }
    }

    private Problem? AddEntitlement(AttributeValue document) => EntitlementJson.Parse(document) switch
    {
        JsonParse<Entitlement>.Refused refused => Refuse(DocumentProblem.Describe(refused.Pointer, refused.Why)),
        JsonParse<Entitlement>.Accepted accepted => AddEntitlement(accepted.Value),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private Problem? AddEntitlement(Entitlement entitlement)
    {
        if (!seen.TryAdd(entitlement.Id, line))
        {
            return Refuse($"`{DocumentProblem.Quote(entitlement.Id)}` is in line {seen[entitlement.Id]} already");
        }

        if (rows.Count == maxRows)
        {
            return Refuse($"at most {maxRows} entitlements are taken");
        }

        if (EntitlementContracts.IsTooLarge(entitlement))
        {
            return Refuse($"must not be longer than {EntitlementRows.MaxBytes} bytes");
        }

        rows.Add(entitlement.Id, EntitlementRows.Print(entitlement));
        return null;
    }
}
