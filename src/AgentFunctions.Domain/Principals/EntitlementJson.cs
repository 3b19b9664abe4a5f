using System.Text.Json;
using AgentFunctions.Domain.Attributes;
using AgentFunctions.Domain.Conditions;

namespace AgentFunctions.Domain.Principals;

/// <summary>
/// Entitlements and guardrails on the wire and in rows. Unlike in decision requests, unknown members are refused: a
/// misspelt `expires_at` must not silently widen. Limits are those of <see cref="EntitlementLimits"/>.
/// </summary>
/// <example>
/// {"id":"read-docs","effect":"allow","actions":["read"],"resource":{"type":"document","id":"hr/*"},"expires_at":"2027-01-01T00:00:00Z"}
/// </example>
public static class EntitlementJson
{
    public static JsonParse<Entitlement> Parse(JsonElement json) =>
        AttributeJson.Parse(json, EntitlementLimits.MaxJsonDepth).Then(Parse);

    public static JsonParse<Entitlement> Parse(AttributeValue json)
    {
        var cursor = new JsonCursor(json);
        return cursor.Result(EntitlementReader.Read(cursor));
    }

    /// <summary>As <see cref="Parse(AttributeValue)"/>, and refuses the effect `allow`: a guardrail only narrows.</summary>
    public static JsonParse<Entitlement> ParseGuardrail(AttributeValue json)
    {
        var cursor = new JsonCursor(json);
        var guardrail = EntitlementReader.Read(cursor);
        if (guardrail.Effect == Effect.Allow && cursor.TryMember("effect", out var effect))
        {
            _ = effect.Refuse(0, "must be challenge or deny in a guardrail");
        }

        return cursor.Result(guardrail);
    }

    /// <summary>Members that say nothing (no condition, any purpose, no end) are left out.</summary>
    public static AttributeValue Print(Entitlement entitlement)
    {
        var members = new Dictionary<string, AttributeValue>
        {
            ["id"] = AttributeObject.Text(entitlement.Id),
            ["effect"] = AttributeObject.Text(EffectNames.Of(entitlement.Effect)),
            ["actions"] = AttributeObject.Texts(entitlement.Actions),
            ["resource"] = ResourcePatternJson.Print(entitlement.Resource),
        };
        AddUnless(entitlement.Condition.IsAlways, members, "condition", () => ConditionJson.Print(entitlement.Condition));
        AddUnless(entitlement.Purpose.Length == 0, members, "purpose", () => AttributeObject.Text(entitlement.Purpose));
        AddUnless(
            entitlement.ExpiresAt == DateTimeOffset.MaxValue,
            members,
            "expires_at",
            () => AttributeObject.Text(Rfc3339.Format(entitlement.ExpiresAt)));
        AddUnless(
            entitlement.Obligations.Count == 0,
            members,
            "obligations",
            () => new AttributeValue.List([.. entitlement.Obligations.Select(Print)]));
        return new AttributeValue.Map(new AttributeMap(members));
    }

    private static AttributeValue.Map Print(Obligation obligation) => AttributeObject.Of(
        ("id", AttributeObject.Text(obligation.Id)),
        ("type", AttributeObject.Text(obligation.Type)),
        ("properties", new AttributeValue.Map(obligation.Properties)));

    private static void AddUnless(bool saysNothing, Dictionary<string, AttributeValue> members, string name, Func<AttributeValue> value)
    {
        if (!saysNothing)
        {
            members.Add(name, value());
        }
    }
}
