using AgentFunctions.Shared;

namespace AgentFunctions.Soak;

public sealed class RevocationTests(AzuriteFixture azurite, ITestOutputHelper output)
{
    [Fact]
    public async Task What_one_process_withdraws_the_very_next_call_on_the_other_denies()
    {
        await using var deployment = await Deployment.StartAsync(azurite.ConnectionString);
        var (one, other) = (await deployment.StartAppAsync(), await deployment.StartAppAsync());
        using var admin = deployment.Administrator(one);
        using var near = deployment.Gateway(one);
        using var far = deployment.Gateway(other);
        await Right.PutAsync(admin, "tenant", "{}");
        foreach (var right in Right.All)
        {
            await right.PrepareAsync(admin);
        }

        var trials = Right.All.Select(right => new Trials(right, admin, near, far)).ToList();
        await Task.WhenAll(trials.Select(each => each.RunAsync(Sizes.Revocations / trials.Count, Sizes.Askers)));

        output.WriteLine($"{trials.Sum(each => each.Done)} withdrawals, {trials.Sum(each => each.Judged)} more questions under load between a withdrawal and the next grant, "
            + $"{trials.Sum(each => each.Stale.Count)} stale allows, {trials.Sum(each => each.Unanswered)} refused for being busy");
        trials.SelectMany(each => each.Stale).ShouldBeEmpty();
        trials.ShouldAllBe(each => each.Judged > 0);
    }
}
