using System.Globalization;
using AgentFunctions.Domain.Attributes;
using CsCheck;

namespace AgentFunctions.Domain.Tests.Attributes;

public sealed class Rfc3339Tests
{
    [Theory]
    [InlineData("2026-03-04T10:00:00Z", "2026-03-04T10:00:00.0000000")]
    [InlineData("2026-03-04t10:00:00z", "2026-03-04T10:00:00.0000000")]
    [InlineData("2026-03-04T10:00:00.5Z", "2026-03-04T10:00:00.5000000")]
    [InlineData("2026-03-04T10:00:00.1234567Z", "2026-03-04T10:00:00.1234567")]
    [InlineData("2026-03-04T10:00:00.123456789Z", "2026-03-04T10:00:00.1234567")]
    [InlineData("2026-03-04T10:00:00+01:30", "2026-03-04T08:30:00.0000000")]
    [InlineData("2026-03-04T10:00:00.9-01:30", "2026-03-04T11:30:00.9000000")]
    [InlineData("2026-03-04T10:00:00-00:00", "2026-03-04T10:00:00.0000000")]
    [InlineData("2024-02-29T23:59:59+23:59", "2024-02-29T00:00:59.0000000")]
    [InlineData("0001-01-01T00:00:00Z", "0001-01-01T00:00:00.0000000")]
    [InlineData("9999-12-31T23:59:59.9999999Z", "9999-12-31T23:59:59.9999999")]
    public void A_point_in_time_is_read_in_utc(string text, string expected)
    {
        Rfc3339.TryParse(text, out var time).ShouldBeTrue();
        time.Offset.ShouldBe(TimeSpan.Zero);
        time.ToString("yyyy-MM-dd'T'HH:mm:ss.fffffff", CultureInfo.InvariantCulture).ShouldBe(expected);
    }

    [Theory]
    [InlineData("")]
    [InlineData("2026-03-04")]
    [InlineData("2026-03-04T10:00:00")]
    [InlineData("2026-03-04 10:00:00Z")]
    [InlineData("2026-03-04T10:00Z")]
    [InlineData("2026-3-4T10:00:00ZZZ")]
    [InlineData("2026-02-29T10:00:00Z")]
    [InlineData("2026-13-01T10:00:00Z")]
    [InlineData("2026-03-04T24:00:00Z")]
    [InlineData("2026-12-31T23:59:60Z")]
    [InlineData("2026-03-04T10:00:00.Z")]
    [InlineData("2026-03-04T10:00:00.1234567890Z")]
    [InlineData("2026-03-04T10:00:00.5")]
    [InlineData("2026-03-04T10:00:00.a5Z")]
    [InlineData("2026-03-04T10:00:00+0100")]
    [InlineData("2026-03-04T10:00:00+1:00")]
    [InlineData("2026-03-04T10:00:00 01:00")]
    [InlineData("2026-03-04T10:00:00+24:00")]
    [InlineData("2026-03-04T10:00:00+01:60")]
    [InlineData("2026-03-04T10:00:00Z ")]
    [InlineData("2026-03-04T10:00:00X")]
    [InlineData("0001-01-01T00:00:00+00:01")]
    [InlineData("9999-12-31T23:59:59-00:01")]
    [InlineData("２026-03-04T10:00:00Z")]
    public void What_rfc_3339_does_not_write_is_refused(string text)
    {
        Rfc3339.TryParse(text, out var time).ShouldBeFalse();
        time.ShouldBe(default);
    }

    [Fact]
    public void What_is_formatted_is_read_again() => Gen.Long[0, DateTime.MaxValue.Ticks].Sample(ticks =>
        Rfc3339.TryParse(Rfc3339.Format(new DateTimeOffset(ticks, TimeSpan.Zero)), out var time) && time.UtcTicks == ticks);

    [Fact]
    public void Times_are_formatted_in_utc_without_needless_digits() =>
        Rfc3339.Format(new DateTimeOffset(2026, 3, 4, 10, 0, 0, 250, TimeSpan.FromHours(2))).ShouldBe("2026-03-04T08:00:00.25Z");
}
