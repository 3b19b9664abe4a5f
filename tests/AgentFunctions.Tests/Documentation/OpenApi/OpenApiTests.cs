using AgentFunctions.Shared.Sources;
using System.Text.Json.Nodes;
using AgentFunctions.Domain.Decisions;
using AgentFunctions.Hosting;
using AgentFunctions.Security;
using AgentFunctions.Shared.Description;
using Microsoft.OpenApi;
using Microsoft.OpenApi.Reader;

namespace AgentFunctions.Tests.Documentation.OpenApi;

/// <summary>docs/openapi.json is what the code and docs/openapi/ say: WRITE_OPENAPI=1 writes it anew.</summary>
public sealed class OpenApiTests
{
    private readonly ReadResult read = OpenApiDocument.Parse(File.ReadAllText(ApiDocument.PathOfFile), OpenApiConstants.Json);

    [Fact]
    public void The_description_says_what_the_code_says()
    {
        var description = ApiDocument.Print();
        if (Environment.GetEnvironmentVariable("WRITE_OPENAPI") == "1")
        {
            File.WriteAllText(ApiDocument.PathOfFile, description);
        }

        File.ReadAllText(ApiDocument.PathOfFile).ShouldBe(description);
    }

    [Fact]
    public void It_is_openapi_3_1_without_an_error_or_a_warning()
    {
        var diagnostic = read.Diagnostic.ShouldNotBeNull();

        diagnostic.SpecificationVersion.ShouldBe(OpenApiSpecVersion.OpenApi3_1);
        diagnostic.Errors.Concat(diagnostic.Warnings).Select(fault => fault.ToString()).ShouldBeEmpty();
        read.Document.ShouldNotBeNull().Validate(ValidationRuleSet.GetDefaultRuleSet()).Select(fault => fault.ToString()).ShouldBeEmpty();
    }

    [Fact]
    public void It_has_every_function_of_the_app_with_its_role_and_no_other()
    {
        var described = from path in read.Document!.Paths // Read without an error, which another test proves.
                        from operation in path.Value.Operations!
                        select $"{operation.Key} {path.Key} {operation.Value.OperationId} {RolesOf(operation.Value)}";
        var declared = AppFunction.All().Select(function => $"{function.Method.ToUpperInvariant()} {function.Path} {function.Name} {RolesOf(function.Access)}");

        described.Order(StringComparer.Ordinal).ShouldBe(declared.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_reference_leads_somewhere_and_every_component_is_used()
    {
        var text = File.ReadAllText(ApiDocument.PathOfFile);
        var components = JsonNode.Parse(text)!["components"]!.AsObject().Where(kind => kind.Key != "securitySchemes")
            .SelectMany(kind => kind.Value!.AsObject().Select(component => $"#/components/{kind.Key}/{component.Key}"));

        ReferencesIn(JsonNode.Parse(text)).Distinct().Order(StringComparer.Ordinal).ShouldBe(
            components.Where(component => component != "#/components/examples/function_not_declared").Order(StringComparer.Ordinal));
    }

    public static TheoryData<string> Examples => [.. ExampleOf.All().Select(example => example.Place)];

    [Theory]
    [MemberData(nameof(Examples))]
    public async Task Every_example_is_as_its_schema_says(string place)
    {
        var example = ExampleOf.All().Single(example => example.Place == place);

        (await ApiDescription.Current.CheckAsync(example.Schema, example.Json)).ShouldBeEmpty();
    }

    public static TheoryData<string, string[]> ClosedSets => new()
    {
        { nameof(ReasonCode), [.. Enum.GetValues<ReasonCode>().Select(ReasonCodes.NameOf)] },
        { nameof(ProblemCode), [.. Enum.GetValues<ProblemCode>().Select(code => ProblemKind.Of(code).Name)] },
        { nameof(Factor), [.. WireName.All<Factor>()] },
        { "Effect", [.. WireName.All<Domain.Principals.Effect>()] },
        { "Outcome", ["deny", "challenge", "allow"] },
        { "AgentStatus", [.. WireName.All<Domain.Agents.AgentStatus>()] },
        { "Autonomy", [.. WireName.All<Domain.Agents.Autonomy>()] },
        { "Sensitivity", [.. WireName.All<Domain.Resources.Sensitivity>()] },
        { "Standing", ["left", "living"] },
        { "PersonSource", [.. WireName.All<Domain.Directory.PersonSource>()] },
        { "TenantSwitch", [.. WireName.All<Domain.Guardrails.TenantSwitch>()] },
        { "EntryKind", [.. WireName.All<Domain.Ledger.EntryKind>()] },
        { "BreakKind", [.. WireName.All<Domain.Ledger.BreakKind>()] },
        { "ChangeOperation", [.. WireName.All<AgentFunctions.Ledger.Changes.ChangeOperation>()] },
        { "EvaluationsSemantic", [.. WireName.All<AgentFunctions.Decisions.EvaluationsSemantic>()] },
        { "StreamState", ["open", "sealed"] },
    };

    [Theory]
    [MemberData(nameof(ClosedSets))]
    public void A_closed_set_has_the_names_of_the_code_and_no_other(string schema, string[] names) =>
        read.Document!.Components!.Schemas![schema].Enum!.Select(name => name.GetValue<string>()).ShouldBe(names, ignoreOrder: true);

    private static string RolesOf(OpenApiOperation operation) => operation.Security switch
    {
        null or [] => "public",
        [{ Count: 0 }, ..] => "public",
        var alternatives => string.Join('|', alternatives.Select(alternative => alternative.Values.Single()).Select(roles => roles.Count == 0 ? "anyone" : roles[0])),
    };

    private static string RolesOf(AccessRequirement access) => access switch
    {
        AccessRequirement.Public => "public",
        AccessRequirement.AnyCaller => "anyone",
        AccessRequirement.AnyRole role => string.Join('|', RoleNames.Print(role.Roles)),
        _ => throw new InvalidOperationException("a function declares no access"),
    };

    private static IEnumerable<string> ReferencesIn(JsonNode? node) => node switch
    {
        JsonObject map => map.SelectMany(member => member is { Key: "$ref", Value: JsonValue reference } ? [reference.GetValue<string>()] : ReferencesIn(member.Value)),
        JsonArray list => list.SelectMany(ReferencesIn),
        _ => [],
    };
}
