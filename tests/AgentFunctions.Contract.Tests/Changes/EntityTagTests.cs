using AgentFunctions.Contract.Tests.Deployments;
using AgentFunctions.Contract.Tests.Drivers;

namespace AgentFunctions.Contract.Tests.Changes;

/// <summary>Nothing is changed by who has not seen it (RFC 9110 section 13.1).</summary>
public sealed class EntityTagTests(Deployment deployment)
{
    public static TheoryData<string> Kinds => Subject.Kinds;

    public static TheoryData<string> Deletable => Subject.Deletable;

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task What_is_created_is_there_under_its_tag(string kind)
    {
        var subject = await Subject.OfAsync(deployment, kind);
        (await subject.GetAsync()).ShouldBeProblem(404, "not_found");

        var created = (await subject.PutAsync(subject.First, call => call.IfAbsent())).ShouldBe(201);

        created.ETag.ShouldMatch("^\"[0-9]+\"$");
        var read = (await subject.GetAsync()).ShouldBe(200);
        read.ETag.ShouldBe(created.ETag);
        read.Text.ShouldBe(created.Text);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task What_is_created_needs_no_precondition(string kind)
    {
        var subject = await Subject.OfAsync(deployment, kind);

        (await subject.PutAsync(subject.First)).ShouldBe(201);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task What_is_not_there_matches_no_tag(string kind)
    {
        var subject = await Subject.OfAsync(deployment, kind);

        (await subject.PutAsync(subject.First, call => call.IfMatch("\"1\""))).ShouldBeProblem(412, "precondition_failed");
        (await subject.PutAsync(subject.First, call => call.IfMatch("*"))).ShouldBeProblem(412, "precondition_failed");
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task What_is_there_is_not_replaced_without_its_tag(string kind)
    {
        var subject = await Subject.OfAsync(deployment, kind);
        var created = (await subject.PutAsync(subject.First)).ShouldBe(201);

        (await subject.PutAsync(subject.Second)).ShouldBeProblem(428, "precondition_required");
        (await subject.PutAsync(subject.Second, call => call.IfAbsent())).ShouldBeProblem(412, "precondition_failed");
        (await subject.PutAsync(subject.Second, call => call.IfMatch("\"987654321\""))).ShouldBeProblem(412, "precondition_failed");
        (await subject.PutAsync(subject.Second, call => call.IfMatch($"W/{created.ETag}"))).ShouldBeProblem(412, "precondition_failed");

        (await subject.GetAsync()).Text.ShouldBe(created.Text);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_replaced_document_has_another_tag_and_the_old_one_serves_no_more(string kind)
    {
        var subject = await Subject.OfAsync(deployment, kind);
        var created = (await subject.PutAsync(subject.First)).ShouldBe(201);

        var replaced = (await subject.PutAsync(subject.Second, call => call.IfMatch($"\"987654321\", {created.ETag}"))).ShouldBe(200);

        replaced.ETag.ShouldNotBe(created.ETag);
        (await subject.GetAsync()).Text.ShouldBe(replaced.Text);
        (await subject.PutAsync(subject.First, call => call.IfMatch(created.ETag))).ShouldBeProblem(412, "precondition_failed");
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Saying_the_same_again_changes_nothing_and_needs_no_precondition(string kind)
    {
        var subject = await Subject.OfAsync(deployment, kind);
        var created = (await subject.PutAsync(subject.First)).ShouldBe(201);

        foreach (var change in (Func<Call, Call>[])[call => call, call => call.IfMatch(created.ETag), call => call.IfMatch("*")])
        {
            var again = (await subject.PutAsync(subject.First, change)).ShouldBe(200);

            again.ETag.ShouldBe(created.ETag);
            again.Text.ShouldBe(created.Text);
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_precondition_that_is_sent_is_held_against_the_same_content_too(string kind)
    {
        var subject = await Subject.OfAsync(deployment, kind);
        var created = (await subject.PutAsync(subject.First)).ShouldBe(201);
        var replaced = (await subject.PutAsync(subject.Second, call => call.IfMatch(created.ETag))).ShouldBe(200);

        (await subject.PutAsync(subject.Second, call => call.IfMatch(created.ETag))).ShouldBeProblem(412, "precondition_failed");
        (await subject.PutAsync(subject.Second, call => call.IfMatch($"W/{replaced.ETag}"))).ShouldBeProblem(412, "precondition_failed");
        (await subject.PutAsync(subject.Second, call => call.IfAbsent())).ShouldBeProblem(412, "precondition_failed");
        (await subject.GetAsync()).ETag.ShouldBe(replaced.ETag);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Preconditions_that_contradict_each_other_or_are_no_tags_are_refused(string kind)
    {
        var subject = await Subject.OfAsync(deployment, kind);

        (await subject.PutAsync(subject.First, call => call.IfMatch("\"1\"").IfAbsent())).ShouldBeProblem(400, "invalid_request");
        (await subject.PutAsync(subject.First, call => call.IfMatch("1"))).ShouldBeProblem(400, "invalid_request");
        (await subject.PutAsync(subject.First, call => call.With("If-None-Match", "\"1\""))).ShouldBeProblem(400, "invalid_request");
        (await subject.GetAsync()).ShouldBe(404);
    }

    [Theory]
    [MemberData(nameof(Deletable))]
    public async Task Only_who_knows_what_is_there_deletes_it(string kind)
    {
        var subject = await Subject.OfAsync(deployment, kind);
        var created = (await subject.PutAsync(subject.First)).ShouldBe(201);

        (await subject.DeleteAsync()).ShouldBeProblem(428, "precondition_required");
        (await subject.DeleteAsync(call => call.IfMatch("\"987654321\""))).ShouldBeProblem(412, "precondition_failed");
        (await subject.DeleteAsync(call => call.IfMatch(created.ETag))).ShouldBe(204).Text.ShouldBeEmpty();

        (await subject.GetAsync()).ShouldBeProblem(404, "not_found");
        (await subject.DeleteAsync(call => call.IfMatch("*"))).ShouldBeProblem(404, "not_found");
    }

    [Theory]
    [MemberData(nameof(Deletable))]
    public async Task A_tag_never_comes_back_for_something_else(string kind)
    {
        var subject = await Subject.OfAsync(deployment, kind);
        var created = (await subject.PutAsync(subject.First)).ShouldBe(201);
        (await subject.DeleteAsync(call => call.IfMatch("*"))).ShouldBe(204);

        (await subject.PutAsync(subject.Second, call => call.IfAbsent())).ShouldBe(201).ETag.ShouldNotBe(created.ETag);

        (await subject.PutAsync(subject.First, call => call.IfMatch(created.ETag))).ShouldBeProblem(412, "precondition_failed");
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_misspelt_member_is_refused_and_changes_nothing(string kind)
    {
        var subject = await Subject.OfAsync(deployment, kind);

        (await subject.PutAsync($$"""{"expire_at":"2030-01-01T00:00:00Z",{{subject.First[1..]}}""")).ShouldBeProblem(400, "invalid_request")
            .Json["detail"]!.GetValue<string>().ShouldContain("`/expire_at`");

        (await subject.GetAsync()).ShouldBe(404);
    }
}
