using AgentFunctions.Domain.Agents;
using AgentFunctions.Domain.Attributes;
using AgentFunctions.Domain.Decisions;
using AgentFunctions.Domain.Decisions.Factors;
using AgentFunctions.Domain.Directory;
using AgentFunctions.Domain.Guardrails;
using AgentFunctions.Domain.Principals;
using AgentFunctions.Domain.Resources;
using AgentFunctions.Domain.Tests.Builders;

namespace AgentFunctions.Domain.Tests.Decisions;

/// <summary>Values that should never be: they still get an answer, and it is never wider than it should be.</summary>
public sealed class TotalityTests
{
    [Theory]
    [InlineData(int.MaxValue)]
    [InlineData(int.MinValue)]
    public void Absurd_grace_periods_do_not_throw(int days) =>
        Decide(agent => agent with { Deputy = PersonId.Nobody, DeputySince = DateTimeOffset.MinValue }, Given.Tenant with { DeputyGraceDays = days })
            .ShouldBeOfType(days > 0 ? typeof(Decision.Allow) : typeof(Decision.Deny));

    [Theory]
    [InlineData(int.MaxValue)]
    [InlineData(int.MinValue)]
    public void Absurd_bounds_of_the_directory_do_not_throw(int minutes)
    {
        var tenant = Given.Tenant with { DirectoryMaxAgeMinutes = minutes };
        foreach (var time in new[] { DateTimeOffset.MinValue, Given.Now, DateTimeOffset.MaxValue })
        {
            var person = Given.Living("dan") with { Source = PersonSource.Directory, ConfirmedAt = time };
            Should.NotThrow(() => Decide(agent => agent, tenant, person, DateTimeOffset.MaxValue));
            Should.NotThrow(() => Decide(agent => agent, tenant, person, DateTimeOffset.MinValue));
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(long.MaxValue)]
    public void The_ends_of_time_do_not_throw(long ticks)
    {
        var now = new DateTimeOffset(Math.Min(ticks, DateTimeOffset.MaxValue.UtcTicks), TimeSpan.Zero);
        var person = Given.Living("dan") with { Source = PersonSource.Directory, ConfirmedAt = DateTimeOffset.MinValue };

        Should.NotThrow(() => Decide(agent => agent, Given.Tenant, person, now));
    }

    [Fact]
    public void An_undefined_switch_is_suspended() =>
        Decide(agent => agent, Given.Tenant with { Switch = (TenantSwitch)7 }).Reasons[0].Code.ShouldBe(ReasonCode.TenantSuspended);

    [Fact]
    public void An_undefined_status_is_retired() =>
        Decide(agent => agent with { Status = (AgentStatus)7 }).Reasons[0].Code.ShouldBe(ReasonCode.AgentRetired);

    [Theory]
    [InlineData(Autonomy.High, (Sensitivity)7)]
    [InlineData((Autonomy)7, Sensitivity.Low)]
    [InlineData((Autonomy)(-1), Sensitivity.Low)]
    [InlineData(Autonomy.High, (Sensitivity)(-1))]
    public void The_gate_denies_what_its_table_does_not_have(Autonomy autonomy, Sensitivity sensitivity) =>
        AutonomyFactor.Gate(autonomy, sensitivity).ShouldBe(Effect.Deny);

    [Fact]
    public void A_rule_of_an_undefined_effect_denies()
    {
        var facts = Given.Facts with { Entitlements = Given.Set(Given.Rule("a"), Given.Rule("b", (Effect)7)) };

        AccessPolicy.Decide(Given.Request, facts, Given.Now).ShouldBeOfType<Decision.Deny>().Matched[1].Effect.ShouldBe(Effect.Deny);
    }

    [Fact]
    public void A_verified_nobody_is_unknown()
    {
        var request = Given.Request with { Delegator = new DelegatorClaim.Verified(PersonId.Nobody), Subject = new PrincipalId("user", string.Empty) };
        var person = Given.Living("x") with { Id = PersonId.Nobody };
        var facts = Given.Facts with { Delegator = new DelegatorFacts.Involved(person, DelegationFacts.None, CompiledEntitlements.Empty) };

        AccessPolicy.Decide(request, facts, Given.Now).Reasons[0].Code.ShouldBe(ReasonCode.DelegatorUnknown);
    }

    private static Decision Decide(Func<Agent, Agent> change, Tenant? tenant = null, Person? deputy = null, DateTimeOffset? now = null)
    {
        var actor = Given.Actor("payroll-bot");
        var agent = change(actor.Agent);
        var deputyFacts = deputy ?? (agent.Deputy.IsNobody ? Person.Unseen(PersonId.Nobody) : actor.Deputy);
        var facts = Given.Facts with { Tenant = tenant ?? Given.Tenant, Actors = [new ActorFacts.Registered(agent, actor.Owner, deputyFacts)] };
        return AccessPolicy.Decide(Given.Request with { Context = AttributeMap.Empty }, facts, now ?? Given.Now);
    }
}
