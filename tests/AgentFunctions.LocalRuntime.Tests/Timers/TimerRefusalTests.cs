using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.Configuration;

namespace AgentFunctions.LocalRuntime.Tests.Timers;

public sealed class TimerRefusalTests
{
    private const string Storage = "UseDevelopmentStorage=true";

    [Theory]
    [InlineData(typeof(EveryFiveMinutes), Storage, null, null, "timer function `Ticks`: the setting `Sweep:Schedule` of its schedule is missing")]
    [InlineData(typeof(EveryFiveMinutes), Storage, "often", null, "timer function `Ticks`: `often` is neither a schedule of six fields nor a time span above zero")]
    [InlineData(typeof(EveryFiveMinutes), Storage, "0 0 0 30 2 *", null, "timer function `Ticks`: `0 0 0 30 2 *` never comes")]
    [InlineData(typeof(EveryFiveMinutes), Storage, "0 0 0 * * *", "Mars/Base", "`WEBSITE_TIME_ZONE` names no time zone: `Mars/Base`")]
    [InlineData(typeof(EveryFiveMinutes), "secret", "0 0 0 * * *", null, "the setting `AzureWebJobsStorage` is not a connection string")]
    [InlineData(typeof(EveryFiveMinutes), "", "0 0 0 * * *", null, "timer functions need the setting `AzureWebJobsStorage`")]
    public void A_timer_that_could_not_run_is_refused_at_start(Type function, string storage, string? schedule, string? zone, string reason)
    {
        var builder = FunctionsApplication.CreateBuilder([]);
        builder.FunctionTypes = [function];
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["AzureWebJobsStorage"] = storage,
            ["Sweep:Schedule"] = schedule,
            ["WEBSITE_TIME_ZONE"] = zone,
        });
        Should.Throw<StartRefusedException>(builder.Build).Message.ShouldBe(reason);
    }

    [Fact]
    public void A_timer_is_monitored_unless_it_says_otherwise() => new TimerTriggerAttribute("00:05:00").UseMonitor.ShouldBeTrue();
}
