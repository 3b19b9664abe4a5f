using System.Globalization;
using System.Text;
using AgentFunctions.Domain.Attributes;
using CsCheck;

namespace AgentFunctions.Domain.Tests.Attributes;

public sealed class JsonNumberTests
{
    [Theory]
    [InlineData("0", 0)]
    [InlineData("-0", 0)]
    [InlineData("-0.0e5", 0)]
    [InlineData("0e99999999999999999999", 0)]
    [InlineData("1", 1)]
    [InlineData("-1.50", -1.5)]
    [InlineData("1E+2", 100)]
    [InlineData("0.1", 0.1)]
    [InlineData("123456789012345", 123456789012345)]
    [InlineData("9007199254740991", 9007199254740991)]
    [InlineData("9007199254740992", 9007199254740992)]
    [InlineData("1.0000000000000000000000000000", 1)]
    [InlineData("1000000000000000000000000000000", 1e30)]
    [InlineData("0.30000000000000004", 0.30000000000000004)]
    [InlineData("1.7976931348623157e308", double.MaxValue)]
    [InlineData("5e-324", double.Epsilon)]
    [InlineData("2.225073858507201e-308", 2.225073858507201E-308)]
    [InlineData("2.2250738585072014E-308", 2.2250738585072014E-308)]
    [InlineData("0.0000001e7", 1)]
    public void A_number_that_a_double_holds_is_accepted(string literal, double expected)
    {
        JsonNumber.TryParse(Encoding.ASCII.GetBytes(literal), out var value).ShouldBeTrue();
        value.ShouldBe(expected);
        double.IsNegative(value).ShouldBe(expected < 0);
    }

    [Theory]
    [InlineData("9007199254740993")]
    [InlineData("0.1000000000000000055511151231257827021181583404541015625")]
    [InlineData("0.30000000000000001")]
    [InlineData("12345678901234567890")]
    [InlineData("1e309")]
    [InlineData("-1e309")]
    [InlineData("1e99999999999999999999")]
    [InlineData("1e-400")]
    [InlineData("1e-99999999999999999999")]
    [InlineData("4e-324")]
    [InlineData("6e-324")]
    [InlineData("2.2250738585072011e-308")]
    public void A_number_that_would_become_another_is_refused(string literal) =>
        JsonNumber.TryParse(Encoding.ASCII.GetBytes(literal), out _).ShouldBeFalse();

    [Fact]
    public void Different_numbers_never_become_the_same() => Gen.Select(
        Gen.ULong[0, 999_999_999_999_999_999],
        Gen.Int[-330, 310],
        Gen.Int[0, 3]).Sample((digits, exponent, step) =>
        {
            var one = string.Create(CultureInfo.InvariantCulture, $"{digits}e{exponent}");
            var other = string.Create(CultureInfo.InvariantCulture, $"{digits + (ulong)step}e{exponent}");
            return step == 0 || !Accepts(one, out var left) || !Accepts(other, out var right) || left < right;
        });

    [Fact]
    public void Every_double_is_accepted_as_it_is_written() => Gen.Double.Sample(value =>
        !double.IsFinite(value) || (Accepts(value.ToString("R", CultureInfo.InvariantCulture), out var read) && read.Equals(value + 0.0)));

    private static bool Accepts(string literal, out double value) => JsonNumber.TryParse(Encoding.ASCII.GetBytes(literal), out value);
}
