using System.Globalization;
using AgentFunctions.Domain.Attributes;
using AgentFunctions.Domain.Conditions;
using AgentFunctions.Domain.Tests.Builders;

namespace AgentFunctions.Domain.Tests.Conditions;

public sealed class WorkingHoursTests
{
    // 2026-03-02 is a Monday; Berlin is at UTC+1 until 2026-03-29 01:00 UTC, at UTC+2 from then on.
    [Theory]
    [InlineData("mon", "08:00", "18:00", "2026-03-02T06:59:59Z", false)]
    [InlineData("mon", "08:00", "18:00", "2026-03-02T07:00:00Z", true)]
    [InlineData("mon", "08:00", "18:00", "2026-03-02T16:59:59.9999999Z", true)]
    [InlineData("mon", "08:00", "18:00", "2026-03-02T17:00:00Z", false)]
    [InlineData("mon", "08:00", "18:00", "2026-03-03T07:00:00Z", false)]
    [InlineData("mon", "08:00", "18:00", "2026-03-30T06:00:00Z", true)]
    [InlineData("mon", "08:00", "18:00", "2026-03-30T05:59:59Z", false)]
    [InlineData("mon,wed", "00:00", "00:01", "2026-03-03T23:00:30Z", true)]
    [InlineData("mon", "22:00", "06:00", "2026-03-02T21:00:00Z", true)]
    [InlineData("mon", "22:00", "06:00", "2026-03-02T20:59:59Z", false)]
    [InlineData("mon", "22:00", "06:00", "2026-03-03T04:59:59Z", true)]
    [InlineData("mon", "22:00", "06:00", "2026-03-03T05:00:00Z", false)]
    [InlineData("mon", "22:00", "06:00", "2026-03-02T04:00:00Z", false)]
    [InlineData("mon", "22:00", "06:00", "2026-03-03T21:30:00Z", false)]
    [InlineData("sat", "22:00", "06:00", "2026-03-08T04:00:00Z", true)]
    [InlineData("sun", "22:00", "06:00", "2026-03-09T04:00:00Z", true)]
    [InlineData("mon", "08:00", "00:00", "2026-03-02T22:59:59Z", true)]
    [InlineData("mon", "08:00", "00:00", "2026-03-02T23:00:00Z", false)]
    [InlineData("mon", "08:00", "08:00", "2026-03-03T06:59:59Z", true)]
    [InlineData("mon", "08:00", "08:00", "2026-03-03T07:00:00Z", false)]
    public void The_window_is_on_the_zones_clock(string days, string from, string to, string now, bool inside)
    {
        var list = string.Join(',', days.Split(',').Select(day => $"\"{day}\""));
        var condition = ConditionJson.Parse(Given.Json($$"""{"within":{"days":[{{list}}],"from":"{{from}}","to":"{{to}}","zone":"Europe/Berlin"} }"""))
            .ShouldBeOfType<JsonParse<Condition>.Accepted>().Value;
        var time = DateTimeOffset.Parse(now, CultureInfo.InvariantCulture);

        CompiledCondition.Of(condition).Evaluate(new AttributeSource(Given.Request, Given.Facts, time)).ShouldBe(Truths.Of(inside));
    }
}
