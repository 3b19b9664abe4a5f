using System.Text.Json;
using AgentFunctions.Domain.Attributes;
using AgentFunctions.Domain.Decisions;
using AgentFunctions.Hosting;

namespace AgentFunctions.Decisions;

/// <summary>Decisions on the wire (AuthZEN 1.0 sections 5.5, 6.2 and 7.2).</summary>
internal static class EvaluationContracts
{
    public static bool Permits(Evaluated evaluated) => evaluated is Evaluated.Decided { Judged.Decision: Decision.Allow };

    public static void Write(Utf8JsonWriter json, Evaluated evaluated)
    {
        json.WriteStartObject();
        json.WriteBoolean("decision", Permits(evaluated));
        json.WriteStartObject("context");
        switch (evaluated)
        {
            case Evaluated.Decided decided:
                WriteContext(json, decided);
                break;
            case Evaluated.Refused refused:
                WriteError(json, refused.Problem);
                break;
        }

        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteContext(Utf8JsonWriter json, Evaluated.Decided decided)
    {
        json.WriteString("evaluation_id", decided.Id.ToGuid());
        json.WriteString("policy_version", decided.Judged.PolicyVersion);
        json.WriteString("digest", decided.Judged.Digest);
        foreach (var (name, value) in decided.Judged.Printed.Members.Members)
        {
            json.WritePropertyName(name);
            AttributeJson.Write(json, value);
        }
    }

    // AuthZEN 1.0 section 7.2.1: an evaluation of several that failed is closed, and says why.
    private static void WriteError(Utf8JsonWriter json, Problem problem)
    {
        var kind = ProblemKind.Of(problem.Code);
        json.WriteString("outcome", "deny");
        json.WriteStartObject("error");
        json.WriteNumber("status", kind.Status);
        json.WriteString("code", kind.Name);
        json.WriteString("message", problem.Detail ?? kind.Title);
        json.WriteEndObject();
    }
}
