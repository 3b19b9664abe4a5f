using AgentFunctions.Decisions;
using AgentFunctions.Domain.Attributes;
using static AgentFunctions.Tests.Decisions.Callers;

namespace AgentFunctions.Tests.Decisions;

public sealed class EvaluationsReaderTests
{
    /// <summary>What is refused, and where.</summary>
    public static TheoryData<string, string> Refusals => new()
    {
        { "7", "" },
        { """{"evaluations":{}}""", "/evaluations" },
        { """{"evaluations":[1]}""", "/evaluations/0" },
        { $$"""{"evaluations":[{{string.Join(',', Enumerable.Repeat("{}", 101))}}]}""", "/evaluations" },
        { """{"options":1}""", "/options" },
        { """{"options":{"evaluations_semantic":"all"}}""", "/options/evaluations_semantic" },
        { """{"options":{"evaluations_semantic":"ExecuteAll"}}""", "/options/evaluations_semantic" },
        { """{"options":{"evaluations_semantic":1}}""", "/options/evaluations_semantic" },
    };

    [Theory]
    [MemberData(nameof(Refusals))]
    public void What_is_no_list_of_evaluations_is_refused_where_it_is_not(string body, string pointer) =>
        EvaluationsReader.Read(Json(body)).ShouldBeOfType<JsonParse<Evaluations>.Refused>().Pointer.ShouldBe(pointer);

    [Theory]
    [InlineData("execute_all", nameof(EvaluationsSemantic.ExecuteAll))]
    [InlineData("deny_on_first_deny", nameof(EvaluationsSemantic.DenyOnFirstDeny))]
    [InlineData("permit_on_first_permit", nameof(EvaluationsSemantic.PermitOnFirstPermit))]
    public void The_three_semantics_have_their_standard_names(string name, string semantic) =>
        Read($$$"""{"options":{"evaluations_semantic":"{{{name}}}"}}""").Semantic.ToString().ShouldBe(semantic);

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"evaluations":[]}""")]
    public void Without_a_list_it_is_one_evaluation(string body)
    {
        Read(body).Items.ShouldBeEmpty();
        Read(body).Semantic.ShouldBe(EvaluationsSemantic.ExecuteAll);
    }

    [Fact]
    public void What_an_evaluation_names_replaces_the_default_whole()
    {
        var items = Read("""
            {"subject":{"type":"user","id":"u"},"action":{"name":"read","properties":{"a":1}},"other":1,
             "evaluations":[{"action":{"name":"write"}},{"subject":{"type":"agent","id":"b"},"resource":{"type":"t","id":"i"}}]}
            """).Items;
        items.ShouldBe(
        [
            Json("""{"subject":{"type":"user","id":"u"},"action":{"name":"write"}}"""),
            Json("""{"subject":{"type":"agent","id":"b"},"action":{"name":"read","properties":{"a":1}},"resource":{"type":"t","id":"i"}}"""),
        ]);
    }

    [Fact]
    public void A_hundred_evaluations_are_read() =>
        Read($$"""{"evaluations":[{{string.Join(',', Enumerable.Repeat("{}", 100))}}]}""").Items.Count.ShouldBe(100);

    private static Evaluations Read(string body) => EvaluationsReader.Read(Json(body)).ShouldBeOfType<JsonParse<Evaluations>.Accepted>().Value;
}
