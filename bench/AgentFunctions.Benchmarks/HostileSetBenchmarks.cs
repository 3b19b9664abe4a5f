using System.Globalization;
using AgentFunctions.Domain.Decisions;
using AgentFunctions.Domain.Principals;
using AgentFunctions.Domain.Resources;
using BenchmarkDotNet.Attributes;

namespace AgentFunctions.Benchmarks;

/// <summary>A thousand entitlements of the shapes that indexes fear.</summary>
public class HostileSetBenchmarks
{
    private const int Entitlements = 1_000;
    private const int LongestId = 250;

    private AccessRequest request = Company.Request(0);
    private AccessFacts facts = Company.Facts(CompiledEntitlements.Empty);

    public enum Shape
    {
        /// <summary>One resource pattern, a thousand different actions; one of them fits.</summary>
        OnePatternManyActions,

        /// <summary>Every prefix of one id under four actions; those of one action fit, a quarter of all rows.</summary>
        EveryPrefixFits,

        /// <summary>The same rows before an id that leaves them after half its length, with an action that is none of theirs.</summary>
        EveryPrefixNoneFits,

        /// <summary>A thousand rows that all fit and differ in nothing but their ids.</summary>
        AllTheSame,
    }

    [ParamsAllValues]
    public Shape Set { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        facts = Company.Facts(CompiledEntitlements.Compile(1, Enumerable.Range(0, Entitlements).Select(Row)));
        request = Company.Request(0) with
        {
            Action = Set == Shape.EveryPrefixNoneFits ? "act-9" : "act-3",
            Resource = new ResourceId("document", new string('x', LongestId / (Set == Shape.EveryPrefixNoneFits ? 2 : 1))),
        };
    }

    [Benchmark]
    public Decision Decide() => AccessPolicy.Decide(request, facts, Company.Now);

    private Entitlement Row(int number) => Company.Entitlement(0) with
    {
        Id = number.ToString(CultureInfo.InvariantCulture),
        Condition = Domain.Conditions.Condition.Always,
        Actions = [Set switch
        {
            Shape.OnePatternManyActions => $"act-{number}",
            Shape.AllTheSame => "act-3",
            _ => $"act-{number / LongestId}",
        }],
        Resource = new ResourcePattern("document", Set is Shape.OnePatternManyActions or Shape.AllTheSame ? "*" : $"{new string('x', number % LongestId)}*"),
    };
}
