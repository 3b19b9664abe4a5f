using System.Globalization;
using AgentFunctions.Domain.Attributes;
using AgentFunctions.Domain.Conditions;
using AgentFunctions.Domain.Decisions;
using AgentFunctions.Domain.Principals;
using AgentFunctions.Domain.Tests.Builders;
using CsCheck;

namespace AgentFunctions.Domain.Tests.Principals;

public sealed class CompiledEntitlementsTests
{
    [Fact]
    public void The_empty_set_is_version_zero_and_has_nothing()
    {
        CompiledEntitlements.Empty.Version.ShouldBe(0);
        CompiledEntitlements.Empty.Count.ShouldBe(0);
        CompiledEntitlements.Empty.EstimatedBytes.ShouldBe(0);
        CompiledEntitlements.Empty.Entitlements.ShouldBeEmpty();
        CompiledEntitlements.Empty.ReadPaths.ShouldBeEmpty();
        CompiledEntitlements.Empty.TryGet("a", out _).ShouldBeFalse();
    }

    [Fact]
    public void Entitlements_come_out_in_the_order_of_their_ids()
    {
        var set = CompiledEntitlements.Compile(7, [Given.Rule("b"), Given.Rule("a"), Given.Rule("B")]);

        set.Version.ShouldBe(7);
        set.Count.ShouldBe(3);
        set.Entitlements.Select(entitlement => entitlement.Id).ShouldBe(["B", "a", "b"]);
        set.TryGet("a", out var found).ShouldBeTrue();
        found.ShouldNotBeNull().Id.ShouldBe("a");
    }

    [Fact]
    public void Rows_of_one_id_are_a_fault() =>
        Should.Throw<ArgumentException>(() => Given.Set(Given.Rule("a"), Given.Rule("a"))).Message.ShouldStartWith("the entitlement `a` appears twice");

    [Fact]
    public void A_difference_that_puts_one_id_twice_is_a_fault() => Should.Throw<ArgumentException>(() =>
        Given.Set(Given.Rule("a")).Apply(2, new EntitlementDifference([], [Given.Rule("a"), Given.Rule("a")])));

    [Fact]
    public void A_set_with_a_difference_applied_is_the_set_compiled_from_its_result() =>
        Gen.Select(GenerateRules.Rules, GenerateRules.Rules, Gen.Int[0, 13].Select(id => id.ToString(CultureInfo.InvariantCulture)).Array[0, 6], GenerateRules.Request)
            .Sample((before, put, removed, request) =>
            {
                var applied = CompiledEntitlements.Compile(1, before).Apply(2, new EntitlementDifference(removed, put));
                var rows = before.Where(rule => !removed.Contains(rule.Id) && put.All(other => other.Id != rule.Id)).Concat(put).ToArray();
                var compiled = CompiledEntitlements.Compile(2, rows);

                return applied.Version == compiled.Version
                    && applied.Count == compiled.Count
                    && applied.EstimatedBytes == compiled.EstimatedBytes
                    && applied.ReadPaths.SequenceEqual(compiled.ReadPaths)
                    && applied.Entitlements.SequenceEqual(compiled.Entitlements)
                    && Matched(applied, request).SequenceEqual(Matched(compiled, request))
                    && Matched(applied, request).SequenceEqual(ByHand(rows, request));
            });

    [Fact]
    public void A_difference_leaves_the_set_before_it_as_it_was() => Gen.Select(GenerateRules.Rules, GenerateRules.Rules, GenerateRules.Request).Sample((before, put, request) =>
    {
        var set = CompiledEntitlements.Compile(1, before);
        var matched = Matched(set, request).ToArray();
        _ = set.Apply(2, new EntitlementDifference([.. before.Select(rule => rule.Id)], put));

        return Matched(set, request).SequenceEqual(matched) && set.Count == before.Length;
    });

    [Fact]
    public void Paths_are_those_that_some_rule_reads()
    {
        var one = Given.Rule("a") with { Condition = Condition("""{"all":[{"eq":[{"path":"subject.id"},{"path":"context.x"}]},{"any":[{"not":{"eq":[1,{"path":"context.x"}]}}]},{"within":{"days":["mon"],"from":"00:00","to":"00:00","zone":"UTC"}}]}""") };
        var other = Given.Rule("b") with { Condition = Condition("""{"eq":[{"path":"context.x"},1]}""") };
        var set = Given.Set(one, other);

        set.ReadPaths.Select(path => path.ToString()).ShouldBe(["context.x", "subject.id"]);
        var less = set.Apply(2, new EntitlementDifference(["a"], []));
        less.ReadPaths.Select(path => path.ToString()).ShouldBe(["context.x"]);
        less.Apply(3, new EntitlementDifference(["b"], [])).ReadPaths.ShouldBeEmpty();
    }

    [Fact]
    public void Larger_rules_are_estimated_larger()
    {
        var plain = Bytes(Given.Rule("a"));

        Bytes(Given.Rule("aa")).ShouldBe(plain + 2);
        Bytes(Given.Rule("a", action: "reads")).ShouldBe(plain + 2);
        Bytes(Given.Rule("a", type: "documents")).ShouldBe(plain + 2);
        Bytes(Given.Rule("a", resource: "a*")).ShouldBe(plain + 2);
        Bytes(Given.Rule("a") with { Purpose = "pp" }).ShouldBe(plain + 4);
        Bytes(Given.Rule("a") with { Actions = ["read", "x"] }).ShouldBe(plain + 256 + 26);
        Bytes(Given.Rule("a") with { Obligations = [new Obligation("o", "t", Given.Map("""{"k":["v",1]}"""))] })
            .ShouldBe(plain + 96 + 26 + 26 + 96 + 26 + 96 + (96 + 26) + 96);
        Bytes(Given.Rule("a") with { Obligations = [new Obligation("o", "t", Given.Map("""{"k":{}}"""))] })
            .ShouldBe(plain + 96 + 26 + 26 + 96 + 26 + 96 + 96);
        Bytes(Given.Rule("a") with { Condition = Condition("""{"not":{"eq":[{"path":"time"},"2026-01-01T00:00:00Z"]}}""") })
            .ShouldBe(plain + 96 + 32 + (96 + 64));
        Bytes(Given.Rule("a") with { Condition = Condition("""{"any":[{"within":{"days":["mon"],"from":"00:00","to":"00:00","zone":"UTC"}}]}""") })
            .ShouldBe(plain + 96 + 96);
        Bytes(Given.Rule("a") with { Condition = Condition("""{"all":[{"all":[]}]}""") }).ShouldBe(plain + 96);
    }

    private static long Bytes(Entitlement entitlement) => Given.Set(entitlement).EstimatedBytes;

    private static Condition Condition(string json) => ConditionJson.Parse(Given.Json(json)).ShouldBeOfType<JsonParse<Condition>.Accepted>().Value;

    private static IEnumerable<string> Matched(CompiledEntitlements set, AccessRequest request) => AccessPolicy
        .Decide(request, Given.Facts with { Entitlements = set, Resource = ResourceFacts.None }, Given.Now)
        .Matched.Select(rule => rule.Id);

    private static IEnumerable<string> ByHand(IEnumerable<Entitlement> rows, AccessRequest request)
    {
        var source = new AttributeSource(request, Given.Facts, Given.Now);
        var matched = new List<string>();
        foreach (var row in rows.Where(row => row.ExpiresAt > Given.Now && row.Resource.Covers(request.Resource) && row.Actions.Any(action => Pattern.Covers(action, request.Action))))
        {
            var condition = CompiledCondition.Of(row.Condition);
            var applies = row.Effect == Effect.Allow
                ? row.Purpose is "" or "payroll" && condition.Evaluate(source.WithVerifiedHopsOnly()) == Truth.Yes
                : condition.Evaluate(source) != Truth.No;
            if (applies)
            {
                matched.Add(row.Id);
            }
        }

        return matched.Order(StringComparer.Ordinal);
    }
}
