using AgentFunctions.Domain.Decisions;
using AgentFunctions.Domain.Tests.Builders;

namespace AgentFunctions.Domain.Tests.Decisions;

public sealed class FirstTests
{
    [Fact]
    public void All_in_order_is_allowed()
    {
        var decision = AccessPolicy.Decide(Given.Request, Given.Facts, Given.Now);
        decision.ShouldBeOfType<Decision.Allow>().Reasons.ShouldBeEmpty();
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 1000; i++) AccessPolicy.Decide(Given.Request, Given.Facts, Given.Now);
        var bytes = (GC.GetAllocatedBytesForCurrentThread() - before) / 1000;
        bytes.ShouldBe(1);
    }
}
