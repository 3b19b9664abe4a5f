using System.Text.Json.Nodes;
using AgentFunctions.Contract.Tests.Changes;
using AgentFunctions.Contract.Tests.Deployments;
using AgentFunctions.Contract.Tests.Drivers;

namespace AgentFunctions.Contract.Tests.Ledger;

/// <summary>No authority without a record: every change has its entry, with who made it, and says that it was applied.</summary>
public sealed class ChangeEntryTests(Deployment deployment)
{
    public static TheoryData<string> Kinds => Subject.Kinds;

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Every_change_is_recorded_with_who_made_it_and_what_was_before(string kind)
    {
        var subject = await Subject.OfAsync(deployment, kind);
        (await subject.PutAsync(subject.First)).ShouldBe(201);
        (await subject.PutAsync(subject.Second, call => call.IfMatch("*"))).ShouldBe(200);

        var changes = await LedgerReader.ChangesOfAsync(deployment.Administration, TargetOf(kind, subject.Path));

        changes.Select(change => change["body"]!["operation"]!.GetValue<string>()).ShouldBe(["create", "replace"]);
        changes.ShouldAllBe(change => change["applied"]!.GetValue<bool>());
        changes.ShouldAllBe(change => change["body"]!["by"]!["client"]!.GetValue<string>() == "contract-pipeline");
        changes[0]["body"]!["before"].ShouldBeNull();
        JsonNode.DeepEquals(changes[1]["body"]!["before"], changes[0]["body"]!["after"]).ShouldBeTrue(changes[1].ToJsonString());
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task What_is_said_again_leaves_no_entry(string kind)
    {
        var subject = await Subject.OfAsync(deployment, kind);
        (await subject.PutAsync(subject.First)).ShouldBe(201);
        (await subject.PutAsync(subject.First)).ShouldBe(200);
        (await subject.PutAsync(subject.First, call => call.IfMatch("*"))).ShouldBe(200);

        (await LedgerReader.ChangesOfAsync(deployment.Administration, TargetOf(kind, subject.Path))).Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_refused_change_leaves_no_entry()
    {
        var subject = await Subject.OfAsync(deployment, "person");
        (await subject.PutAsync(subject.First)).ShouldBe(201);
        (await subject.PutAsync(subject.Second)).ShouldBe(428);
        (await subject.PutAsync(subject.First, call => call.IfMatch("*"))).ShouldBe(200);

        (await LedgerReader.ChangesOfAsync(deployment.Administration, TargetOf("person", subject.Path))).Count.ShouldBe(1);
    }

    [Fact]
    public async Task The_person_behind_a_change_is_named()
    {
        var company = await Company.FoundAsync(deployment);
        var token = await deployment.Tokens.OfAsync("contract-portal", company.Owner, "Agents.Write");
        (await deployment.Wire.SendAsync(Call.Post($"/agents/{company.Agent}/suspend", token, """{"reason":"looks wrong"}"""))).ShouldBe(200);

        var change = (await LedgerReader.ChangesOfAsync(deployment.Administration, TargetOf("agent", $"/agents/{company.Agent}")))[^1];

        change["body"]!["operation"]!.GetValue<string>().ShouldBe("suspend");
        change["body"]!["reason"]!.GetValue<string>().ShouldBe("looks wrong");
        change["body"]!["by"]!["person"]!.GetValue<string>().ShouldBe(company.Owner);
        change["body"]!["by"]!["client"]!.GetValue<string>().ShouldBe("contract-portal");
    }

    private static JsonObject TargetOf(string kind, string path)
    {
        var parts = path.Split('/');
        return kind switch
        {
            "agent" or "person" or "guardrail" => new() { ["kind"] = kind, ["id"] = parts[2] },
            "entitlement" => new() { ["kind"] = kind, ["type"] = parts[2], ["id"] = parts[3], ["entitlement_id"] = parts[5] },
            "delegation" => new() { ["kind"] = kind, ["type"] = "user", ["id"] = parts[2], ["agent_id"] = parts[3] },
            _ => new() { ["kind"] = kind, ["type"] = parts[2], ["id"] = parts[3] },
        };
    }
}
