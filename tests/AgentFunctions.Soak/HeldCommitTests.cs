using System.Globalization;
using System.Text;
using AgentFunctions.Shared;

namespace AgentFunctions.Soak;

public sealed class HeldCommitTests(AzuriteFixture azurite, ITestOutputHelper output)
{
    public static TheoryData<string> Ways => ["hold back", "lose answer", "repeat", "break"];

    // Shorter than a commit may take, about as long, and longer than a decision.
    private static readonly double[] Patience = [0.3, 1.0, 3.0];

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task A_commit_that_the_network_mistreats_is_one_entry_or_none_and_no_allow_without_it(string way)
    {
        await using var proxy = await StorageProxy.StartAsync(azurite.ConnectionString);
        await using var deployment = await Deployment.StartAsync(proxy.ConnectionString);
        var app = await deployment.StartAppAsync();
        using var admin = deployment.Administrator(app);
        using var gateway = deployment.Gateway(app);
        await Right.PutAsync(admin, "tenant", "{}");
        await Right.All[0].PrepareAsync(admin);
        await WorksAsync(gateway);

        var met = 0; // A busy app may hear that its caller left before it commits anything.
        var heard = new Dictionary<string, Said>(StringComparer.Ordinal);
        foreach (var trial in Enumerable.Range(0, Sizes.Commits))
        {
            foreach (var seconds in Patience)
            {
                var mark = string.Create(CultureInfo.InvariantCulture, $"mark-{trial}-{seconds}-end");
                var (said, isMet) = await MistreatAsync(proxy, new Caller(app.Address, deployment.GatewayToken, TimeSpan.FromSeconds(seconds)), way, mark);
                heard.Add(mark, said);
                met += isMet ? 1 : 0;
                await WorksAsync(gateway);
            }
        }

        await app.StopAsync(TestContext.Current.CancellationToken);
        await Inspection.SealAsync(deployment, azurite.ConnectionString);
        var ledger = await LedgerRows.ReadAsync(azurite.ConnectionString, deployment.Prefix);
        ledger.ShouldHaveNoGap();
        var found = heard.Keys.ToDictionary(mark => mark, mark => ledger.Entries.Values.Count(entry => Encoding.UTF8.GetString(entry.Body.Span).Contains(mark, StringComparison.Ordinal)));
        found.Values.ShouldAllBe(count => count <= 1);
        heard.Where(pair => pair.Value.IsAllow).ShouldAllBe(pair => found[pair.Key] == 1);
        met.ShouldBePositive();
        heard.Values.ShouldAllBe(said => said.Status == 0 || said.Status == 503 || said.IsAllow);
        output.WriteLine($"{way}: {met} commits of {heard.Count} decisions, {heard.Values.Count(said => said.IsAllow)} allows heard, {found.Values.Sum()} entries, "
            + $"{heard.Values.Count(said => said.Status == 503)} answered 503, {heard.Values.Count(said => said.Status == 0)} not heard");

        _ = await deployment.StartAppAsync(app.Address);
        _ = await Inspection.VerifyAsync(admin);
    }

    private static async Task<(Said Said, bool IsMet)> MistreatAsync(StorageProxy proxy, Caller gateway, string way, string mark)
    {
        using var _ = gateway;
        var isGone = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var isMet = 0;
        proxy.Script = body => body.Contains(mark, StringComparison.Ordinal) && Interlocked.Increment(ref isMet) == 1 ? TreatmentOf(way, isGone.Task) : null;
        var said = await gateway.AskAsync("entitlement", "read", "entitlement", mark: mark);
        isGone.SetResult();
        return (said, isMet > 0);
    }

    private static Treatment TreatmentOf(string way, Task until) => way switch
    {
        "hold back" => new Treatment.HoldBack(until),
        "lose answer" => new Treatment.LoseAnswer(),
        "repeat" => new Treatment.Repeat(),
        _ => new Treatment.Break(),
    };

    // Without a restart.
    private static async Task WorksAsync(Caller gateway)
    {
        for (var said = await Right.All[0].AskAsync(gateway); !said.IsAllow; said = await Right.All[0].AskAsync(gateway))
        {
            said.Status.ShouldBe(503, said.ToString());
        }
    }
}
