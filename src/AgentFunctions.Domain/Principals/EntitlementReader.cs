using AgentFunctions.Domain.Attributes;
using AgentFunctions.Domain.Conditions;

namespace AgentFunctions.Domain.Principals;

internal static class EntitlementReader
{
    public static Entitlement Read(JsonCursor json)
    {
        json.AdmitOnly("id", "effect", "actions", "resource", "condition", "purpose", "expires_at", "obligations");
        return new Entitlement
        {
            Id = json.Member("id").PrintableText(EntitlementLimits.MaxIdLength),
            Effect = ReadEffect(json.Member("effect")),
            Actions = ReadActions(json.Member("actions")),
            Resource = ResourcePatternJson.Read(json.Member("resource")),
            Condition = json.TryMember("condition", out var condition) ? ConditionJson.Read(condition) : Condition.Always,
            Purpose = json.TryMember("purpose", out var purpose) ? purpose.PrintableText(EntitlementLimits.MaxPurposeLength) : string.Empty,
            ExpiresAt = json.TryMember("expires_at", out var expiresAt) ? expiresAt.Time() : DateTimeOffset.MaxValue,
            Obligations = json.TryMember("obligations", out var obligations) ? ReadObligations(obligations) : [],
        };
    }

    private static Effect ReadEffect(JsonCursor json) =>
        json.Value is AttributeValue.Text text && EffectNames.TryParse(text.Value, out var effect)
            ? effect
            : json.Refuse(Effect.Deny, "must be allow, challenge or deny");

    private static List<string> ReadActions(JsonCursor json)
    {
        var actions = new List<string>();
        foreach (var item in json.Items(1, EntitlementLimits.MaxActions))
        {
            var action = item.PrintableText(EntitlementLimits.MaxActionLength);
            if (actions.Contains(action))
            {
                _ = item.Refuse(0, "must not appear twice");
            }

            actions.Add(action);
        }

        return actions;
    }

    private static List<Obligation> ReadObligations(JsonCursor json)
    {
        var obligations = new List<Obligation>();
        foreach (var item in json.Items(0, EntitlementLimits.MaxObligations))
        {
            item.AdmitOnly("id", "type", "properties");
            var id = item.Member("id");
            var obligation = new Obligation(
                id.PrintableText(EntitlementLimits.MaxObligationIdLength),
                item.Member("type").PrintableText(EntitlementLimits.MaxObligationTypeLength),
                item.TryMember("properties", out var properties) ? ReadProperties(properties) : AttributeMap.Empty);
            if (obligations.Exists(other => other.Id == obligation.Id))
            {
                _ = id.Refuse(0, "must not appear twice");
            }

            obligations.Add(obligation);
        }

        return obligations;
    }

    private static AttributeMap ReadProperties(JsonCursor json)
    {
        var properties = json.Map;
        return CanonicalJson.LengthOf(new AttributeValue.Map(properties)) <= EntitlementLimits.MaxObligationBytes
            ? properties
            : json.Refuse(AttributeMap.Empty, $"must not be longer than {EntitlementLimits.MaxObligationBytes} bytes");
    }
}
