using AgentFunctions.Domain.Decisions;
using AgentFunctions.Domain.Principals;
using BenchmarkDotNet.Attributes;

namespace AgentFunctions.Benchmarks;

/// <summary>The whole of Decide for one agent, over requests that go round all of its entitlements.</summary>
public class DecideBenchmarks
{
    /// <summary>As many different requests as are asked in turn; a prime, so that the turns are not those of the rows.</summary>
    private const int Requests = 1_021;

    private AccessRequest[] requests = [];
    private AccessFacts facts = Company.Facts(CompiledEntitlements.Empty);
    private HandWrittenLoop loop = new([]);
    private EntitlementDifference oneRow = new([], []);
    private int next;

    [Params(10, 1_000, 100_000)]
    public int Entitlements { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        var rows = Enumerable.Range(0, Entitlements).Select(Company.Entitlement).ToArray();
        requests = [.. Enumerable.Range(0, Requests).Select(i => Company.Request((int)(i * 7_919L % Entitlements)))];
        facts = Company.Facts(CompiledEntitlements.Compile(1, rows));
        loop = new HandWrittenLoop(rows);
        oneRow = new([], [Company.Entitlement(Entitlements / 2)]);
    }

    [Benchmark(Baseline = true)]
    public Effect Loop() => loop.Decide(NextRequest(), Company.Now);

    [Benchmark]
    public Decision Decide() => AccessPolicy.Decide(NextRequest(), facts, Company.Now);

    [Benchmark]
    public Decision DecideAfterChange()
    {
        facts = facts with { Entitlements = facts.Entitlements.Apply(facts.Entitlements.Version + 1, oneRow) };
        return AccessPolicy.Decide(NextRequest(), facts, Company.Now);
    }

    [Benchmark]
    public CompiledEntitlements Apply() => facts.Entitlements.Apply(2, oneRow);

    private AccessRequest NextRequest() => requests[next = next + 1 == requests.Length ? 0 : next + 1];
}
