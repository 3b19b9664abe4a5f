using System.Text;
using AgentFunctions.Decisions;
using AgentFunctions.Domain.Attributes;
using AgentFunctions.Domain.Decisions;
using AgentFunctions.Domain.Directory;
using AgentFunctions.Security;

namespace AgentFunctions.Tests.Decisions;

/// <summary>Who asks, and what, in as few words as a test needs.</summary>
internal static class Callers
{
    public static Caller Gateway { get; } = new() { Issuer = "issuer", ClientId = "gateway", Roles = Role.DecisionsAsk };

    public static Caller GatewayForPeople { get; } = Gateway with { Roles = Role.DecisionsAsk | Role.DecisionsAskForPeople };

    public static Caller Bot { get; } = new() { Issuer = "issuer", ClientId = "bot" };

    public static PersonId Dora { get; } = PersonId.TryParse("dora", out var dora) ? dora : throw new ArgumentException("no id");

    public static AttributeValue Json(string text) => AttributeJson.Parse(Encoding.UTF8.GetBytes(text), 64) is JsonParse<AttributeValue>.Accepted accepted
        ? accepted.Value
        : throw new ArgumentException("no json", nameof(text));

    public static AttributeMap Map(string text) => ((AttributeValue.Map)Json(text)).Members;

    /// <summary>An evaluation of `read` on `document:doc-1`.</summary>
    public static string Body(string subjectType, string subjectId, string act = "", string context = "{}") =>
        $$$"""{"subject":{"type":"{{{subjectType}}}","id":"{{{subjectId}}}"{{{(act.Length == 0 ? "" : $$""","properties":{"act":{{act}}}""")}}}},"action":{"name":"read"},"resource":{"type":"document","id":"doc-1"},"context":{{{context}}}}""";

    public static Evaluation Evaluation(string body) =>
        EvaluationReader.Read(Json(body)) is JsonParse<Evaluation>.Accepted accepted ? accepted.Value : throw new ArgumentException("refused", nameof(body));

    public static AccessRequest Settle(string body, Caller caller) =>
        WhoActs.Settle(Evaluation(body), caller).ShouldBeOfType<Settled.Accepted>().Request;
}
