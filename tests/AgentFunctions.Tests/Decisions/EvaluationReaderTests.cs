using AgentFunctions.Decisions;
using AgentFunctions.Domain.Attributes;
using static AgentFunctions.Tests.Decisions.Callers;

namespace AgentFunctions.Tests.Decisions;

public sealed class EvaluationReaderTests
{
    private static readonly string TooLong = new('x', 257);

    /// <summary>What is refused, and where.</summary>
    public static TheoryData<string, string> Refusals => new()
    {
        { "[]", "" },
        { """{"action":{"name":"read"},"resource":{"type":"t","id":"i"}}""", "/subject" },
        { """{"subject":{"type":"user","id":"u"},"resource":{"type":"t","id":"i"}}""", "/action" },
        { """{"subject":{"type":"user","id":"u"},"action":{"name":"read"}}""", "/resource" },
        { With(subject: """{"id":"u"}"""), "/subject/type" },
        { With(subject: """{"type":"user"}"""), "/subject/id" },
        { With(subject: """{"type":"","id":"u"}"""), "/subject/type" },
        { With(subject: """{"type":"user","id":7}"""), "/subject/id" },
        { With(subject: $$"""{"type":"user","id":"{{TooLong}}"}"""), "/subject/id" },
        { With(subject: """{"type":"user","id":"a\u0000b"}"""), "/subject/id" },
        { With(subject: """{"type":"user","id":"u","properties":[]}"""), "/subject/properties" },
        { With(subject: """{"type":"user","id":"u","properties":{"act":"bot"}}"""), "/subject/properties/act" },
        { With(subject: """{"type":"user","id":"u","properties":{"act":{}}}"""), "/subject/properties/act/sub" },
        { With(subject: """{"type":"user","id":"u","properties":{"act":{"type":"user","id":"x"}}}"""), "/subject/properties/act/type" },
        { With(subject: """{"type":"user","id":"u","properties":{"act":{"sub":"a","act":{"sub":""}}}}"""), "/subject/properties/act/act/sub" },
        { With(subject: WithAct(Chain(9))), "/subject/properties" + string.Concat(Enumerable.Repeat("/act", 9)) },
        { With(action: """{"name":""}"""), "/action/name" },
        { With(action: $$"""{"name":"{{new string('x', 129)}}"}"""), "/action/name" },
        { With(action: """{"name":"read","properties":1}"""), "/action/properties" },
        { With(resource: """{"type":"t"}"""), "/resource/id" },
        { With(resource: """{"type":"t","id":"i","properties":null}"""), "/resource/properties" },
        { With(context: "[]"), "/context" },
        { With(context: """{"route":"hub"}"""), "/context/route" },
        { With(context: """{"route":[7]}"""), "/context/route/0" },
        { With(context: $$"""{"route":[{{string.Join(',', Enumerable.Repeat("\"h\"", 17))}}]}"""), "/context/route" },
        { With(context: """{"agent":{}}"""), "/context/agent" },
        { With(subject: """{"type":"user","id":"u","properties":{"act":{"sub":"a"}}}""", context: """{"agent":"b"}"""), "/context/agent" },
    };

    [Theory]
    [MemberData(nameof(Refusals))]
    public void What_is_not_an_evaluation_is_refused_where_it_is_not(string body, string pointer) =>
        EvaluationReader.Read(Json(body)).ShouldBeOfType<JsonParse<Evaluation>.Refused>().Pointer.ShouldBe(pointer);

    [Fact]
    public void As_many_actors_and_hops_as_are_admitted_are_read()
    {
        var evaluation = Evaluation(With(
            subject: WithAct(Chain(8)),
            context: $$"""{"route":[{{string.Join(',', Enumerable.Repeat("\"h\"", 16))}}]}"""));
        evaluation.Act.Count.ShouldBe(8);
        evaluation.Route.Count.ShouldBe(16);
    }

    [Fact]
    public void What_names_the_actors_and_the_route_is_no_attribute()
    {
        var evaluation = Evaluation(With(
            subject: """{"type":"user","id":"u","properties":{"act":{"sub":"a"},"role":"clerk"}}""",
            context: """{"route":["hub"],"agent":"a","x":1}"""));
        evaluation.SubjectProperties.ShouldBe(Map("""{"role":"clerk"}"""));
        evaluation.Context.ShouldBe(Map("""{"x":1}"""));
    }

    [Fact]
    public void Unknown_members_are_ignored() =>
        Evaluation("""{"subject":{"type":"user","id":"u","x":1},"action":{"name":"read"},"resource":{"type":"t","id":"i"},"future":true}""")
            .Action.ShouldBe("read");

    private static string Chain(int length) => string.Concat(Enumerable.Repeat("""{"sub":"a","act":""", length - 1)) + """{"sub":"a"}""" + new string('}', length - 1);

    private static string WithAct(string act) => $$$"""{"type":"user","id":"u","properties":{"act":{{{act}}}}}""";

    private static string With(
        string subject = """{"type":"user","id":"u"}""",
        string action = """{"name":"read"}""",
        string resource = """{"type":"t","id":"i"}""",
        string context = "{}") => $$"""{"subject":{{subject}},"action":{{action}},"resource":{{resource}},"context":{{context}}}""";
}
