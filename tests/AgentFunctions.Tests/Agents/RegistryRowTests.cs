using AgentFunctions.Agents;
using AgentFunctions.Delegations;
using AgentFunctions.Directory;
using AgentFunctions.Domain.Agents;
using AgentFunctions.Domain.Attributes;
using AgentFunctions.Domain.Delegations;
using AgentFunctions.Domain.Directory;
using AgentFunctions.Domain.Principals;
using AgentFunctions.Domain.Resources;
using AgentFunctions.Resources;
using Azure.Data.Tables;

namespace AgentFunctions.Tests.Agents;

/// <summary>Rows say what was written, and a row that says something else is a fault.</summary>
public sealed class RegistryRowTests
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    private static readonly AttributeMap Properties = new(new Dictionary<string, AttributeValue>
    {
        ["zone"] = new AttributeValue.Text("\"ä\"\\𝄞"),
        ["levels"] = new AttributeValue.List([new AttributeValue.Number(0.1), AttributeValue.Null, new AttributeValue.Flag(true)]),
    });

    [Fact]
    public void An_agent_reads_as_it_was_written() => AgentTable.Read(Head()).ShouldBe(AnAgent());

    [Fact]
    public void A_head_without_an_agents_version_is_no_agent()
    {
        var head = Head();
        head.Remove("AgentVersion");
        AgentTable.Read(head).ShouldBeNull();
        AgentTable.Read([]).ShouldBeNull();
    }

    [Theory]
    [InlineData("Status", "")]
    [InlineData("Status", "1")]
    [InlineData("Status", "Active")]
    [InlineData("Autonomy", "total")]
    [InlineData("Tolerance", null)]
    [InlineData("Owner", null)]
    [InlineData("Deputy", "a\u0000b")]
    [InlineData("AgentId", "")]
    [InlineData("AgentProperties", "[]")]
    [InlineData("AgentProperties", "{\"a\":1,\"a\":2}")]
    [InlineData("DeputySince", null)]
    public void An_agents_row_that_the_app_does_not_write_is_a_fault(string column, string? value)
    {
        var head = Head();
        head[column] = value;
        Should.Throw<InvalidDataException>(() => AgentTable.Read(head)).Message.ShouldContain(column);
    }

    [Fact]
    public void A_person_reads_as_they_were_written()
    {
        var row = new PersonRow(
            new Person { Id = PersonOf("a/b"), Standing = Standing.Left, Since = Noon, Source = PersonSource.Directory, ConfirmedAt = Noon.AddHours(1), Manager = PersonOf("petra") }, 7);
        PersonTable.Read(PersonTable.Write(row)).ShouldBe(row);
    }

    [Fact]
    public void A_resource_reads_as_it_was_written_and_a_deleted_one_is_none()
    {
        var id = new ResourceId("document", "hr/%#?");
        var row = new ResourceRow(new Resource { Id = id, Sensitivity = Sensitivity.Critical, Properties = Properties }, 7);
        ResourceTable.Read(ResourceTable.Write(row)).ShouldBe(row);
        ResourceTable.Read(ResourceTable.WriteDeleted(id, 8)).ShouldBeNull();
        ResourceTable.ReadVersion(ResourceTable.WriteDeleted(id, 8)).ShouldBe(8);
    }

    [Fact]
    public void A_delegation_reads_as_it_was_written_and_a_withdrawn_one_is_none()
    {
        var delegation = new Delegation
        {
            Delegator = PersonOf("mia"),
            Agent = AgentOf("helper"),
            Version = 7,
            Actions = ["read", "\"*"],
            Resources = [new ResourcePattern("document", "hr/*"), new ResourcePattern("*", "\\")],
            ExpiresAt = Noon,
        };
        var read = DelegationTable.Read(DelegationTable.Write(delegation)).ShouldNotBeNull();
        (read with { Actions = delegation.Actions, Resources = delegation.Resources }).ShouldBe(delegation);
        read.Actions.ShouldBe(delegation.Actions);
        read.Resources.ShouldBe(delegation.Resources);
        DelegationTable.Read(DelegationTable.WriteDeleted(delegation.Delegator, delegation.Agent, 8)).ShouldBeNull();
    }

    [Theory]
    [InlineData("Actions", "[]")]
    [InlineData("Actions", "[1]")]
    [InlineData("Resources", "[{\"type\":\"a\"}]")]
    [InlineData("Resources", "{}")]
    [InlineData("Deleted", null)]
    [InlineData("Version", null)]
    public void A_delegations_row_that_the_app_does_not_write_is_a_fault(string column, string? value)
    {
        var row = DelegationTable.Write(new Delegation
        {
            Delegator = PersonOf("mia"),
            Agent = AgentOf("helper"),
            Version = 1,
            Actions = ["read"],
            Resources = [new ResourcePattern("document", "*")],
            ExpiresAt = Noon,
        });
        row[column] = value;
        Should.Throw<InvalidDataException>(() => DelegationTable.Read(row));
    }

    private static TableEntity Head() => new(new Dictionary<string, object>(AgentTable.Write(AnAgent())));

    private static AgentRow AnAgent() => new(
        new Agent
        {
            Id = AgentOf("https://bots.example/1"),
            Status = AgentStatus.Suspended,
            Owner = PersonOf("olga"),
            Deputy = PersonOf("dan"),
            DeputySince = Noon,
            Purpose = "pay invoices",
            Autonomy = Autonomy.Medium,
            Tolerance = Sensitivity.High,
            Properties = Properties,
        },
        "Invoices",
        7);

    private static AgentId AgentOf(string id) => AgentId.TryParse(id, out var agent) ? agent : throw new ArgumentException(id, nameof(id));

    private static PersonId PersonOf(string id) => PersonId.TryParse(id, out var person) ? person : throw new ArgumentException(id, nameof(id));
}
