using AgentFunctions.Domain.Attributes;
using AgentFunctions.Domain.Conditions;
using AgentFunctions.Domain.Principals;
using AgentFunctions.Domain.Tests.Builders;

namespace AgentFunctions.Domain.Tests.Principals;

/// <summary>Looks at the memory of the whole process, and so runs when nothing else does.</summary>
[Collection(nameof(MemoryEstimateTests))]
[CollectionDefinition(nameof(MemoryEstimateTests), DisableParallelization = true)]
public sealed class MemoryEstimateTests
{
    [Fact]
    public void The_estimate_is_not_far_from_what_is_allocated()
    {
        var rows = Enumerable.Range(0, 2_000).Select(i => Given.Rule($"rule-{i}", resource: $"/sites/hr/{i}/contract.docx") with
        {
            Condition = Condition(),
        }).ToArray();
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var copy = rows.Select(row => row with { Id = new string(row.Id), Actions = [.. row.Actions], Resource = new ResourcePattern(new string(row.Resource.Type), new string(row.Resource.Id)) });
        var set = CompiledEntitlements.Compile(1, copy);
        var kept = GC.GetTotalMemory(forceFullCollection: true) - before;

        set.EstimatedBytes.ShouldBeInRange(kept, 4 * kept);
        GC.KeepAlive(rows);
    }

    private static Condition Condition() => ConditionJson.Parse(Given.Json("""{"eq":[{"path":"resource.properties.status"},"open"]}"""))
        .ShouldBeOfType<JsonParse<Condition>.Accepted>().Value;
}
