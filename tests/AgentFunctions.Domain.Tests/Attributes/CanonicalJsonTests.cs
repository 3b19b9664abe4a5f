using System.Globalization;
using System.Text;
using AgentFunctions.Domain.Attributes;
using AgentFunctions.Domain.Tests.Builders;
using CsCheck;

namespace AgentFunctions.Domain.Tests.Attributes;

public sealed class CanonicalJsonTests
{
    /// <summary>RFC 8785, appendix B: IEEE 754 bits and their text.</summary>
    [Theory]
    [InlineData("0000000000000000", "0")]
    [InlineData("8000000000000000", "0")]
    [InlineData("0000000000000001", "5e-324")]
    [InlineData("8000000000000001", "-5e-324")]
    [InlineData("7fefffffffffffff", "1.7976931348623157e+308")]
    [InlineData("ffefffffffffffff", "-1.7976931348623157e+308")]
    [InlineData("4340000000000000", "9007199254740992")]
    [InlineData("c340000000000000", "-9007199254740992")]
    [InlineData("4430000000000000", "295147905179352830000")]
    [InlineData("44b52d02c7e14af5", "9.999999999999997e+22")]
    [InlineData("44b52d02c7e14af6", "1e+23")]
    [InlineData("44b52d02c7e14af7", "1.0000000000000001e+23")]
    [InlineData("444b1ae4d6e2ef4e", "999999999999999700000")]
    [InlineData("444b1ae4d6e2ef4f", "999999999999999900000")]
    [InlineData("444b1ae4d6e2ef50", "1e+21")]
    [InlineData("3eb0c6f7a0b5ed8c", "9.999999999999997e-7")]
    [InlineData("3eb0c6f7a0b5ed8d", "0.000001")]
    [InlineData("41b3de4355555553", "333333333.3333332")]
    [InlineData("41b3de4355555554", "333333333.33333325")]
    [InlineData("41b3de4355555555", "333333333.3333333")]
    [InlineData("41b3de4355555556", "333333333.3333334")]
    [InlineData("41b3de4355555557", "333333333.33333343")]
    [InlineData("becbf647612f3696", "-0.0000033333333333333333")]
    [InlineData("43143ff3c1cb0959", "1424953923781206.2")]
    public void Numbers_are_written_as_the_rfc_has_them(string bits, string expected) =>
        EcmaScriptNumber.Format(BitConverter.UInt64BitsToDouble(ulong.Parse(bits, NumberStyles.HexNumber, CultureInfo.InvariantCulture))).ShouldBe(expected);

    [Theory]
    [InlineData(10, "10")]
    [InlineData(100.5, "100.5")]
    [InlineData(1e-7, "1e-7")]
    [InlineData(1.5e-7, "1.5e-7")]
    [InlineData(0.5, "0.5")]
    [InlineData(-0.00001, "-0.00001")]
    public void Numbers_are_written_plainly_where_ecmascript_does(double number, string expected) => EcmaScriptNumber.Format(number).ShouldBe(expected);

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(double.NegativeInfinity)]
    public void Numbers_that_json_does_not_have_are_a_fault(double number) =>
        Should.Throw<ArgumentException>(() => EcmaScriptNumber.Format(number)).Message.ShouldStartWith("not a finite number");

    /// <summary>RFC 8785, section 3.2.3.</summary>
    [Fact]
    public void Members_are_sorted_by_utf16_code_units() => Canonical(
        """
        {"\u20ac":"Euro Sign","\r":"Carriage Return","\ufb33":"Hebrew Letter Dalet With Dagesh","1":"One","\ud83d\ude00":"Emoji: Grinning Face","\u0080":"Control","\u00f6":"Latin Small Letter O With Diaeresis"}
        """).ShouldBe("{\"\\r\":\"Carriage Return\",\"1\":\"One\",\"\u0080\":\"Control\",\"ö\":\"Latin Small Letter O With Diaeresis\",\"€\":\"Euro Sign\",\"\ud83d\ude00\":\"Emoji: Grinning Face\",\"\ufb33\":\"Hebrew Letter Dalet With Dagesh\"}");

    /// <summary>RFC 8785, section 3.2.2, with a number that a double holds in place of the one that it rounds.</summary>
    [Fact]
    public void The_example_of_the_rfc_comes_out_as_written() => Canonical(
        """
        {
          "numbers": [333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001],
          "string": "\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/",
          "literals": [null, true, false]
        }
        """.Replace("333333333.33333329", "333333333.3333333", StringComparison.Ordinal)).ShouldBe(
        """{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\u000f\nA'B\"\\\\\"/"}""");

    [Fact]
    public void Escapes_are_the_shortest_there_are() => Canonical(
        "\"\\u0000\\u0001\\u0008\\u0009\\u000a\\u000b\\u000c\\u000d\\u001f\\u007f\\u2028\\\"\\\\\\/\"")
            .ShouldBe("\"\\u0000\\u0001\\b\\t\\n\\u000b\\f\\r\\u001f\u007f\u2028\\\"\\\\/\"");

    [Fact]
    public void Lone_surrogates_are_a_fault() => Should.Throw<ArgumentException>(() => CanonicalJson.ToUtf8(new AttributeValue.Text("\ud800")));

    [Theory]
    [InlineData(1)]
    [InlineData(1_365)]
    [InlineData(1_366)]
    [InlineData(100_000)]
    public void Text_of_any_length_is_written_whole(int length)
    {
        var text = new string('€', length);
        var expected = $$"""[{},{"a":[]},"{{text}}","{{text}}"]""";
        CanonicalJson.ToText(Given.Json(expected)).ShouldBe(expected);
        CanonicalJson.ToUtf8(Given.Json(expected)).ShouldBe(Encoding.UTF8.GetBytes(expected));
        CanonicalJson.LengthOf(Given.Json(expected)).ShouldBe(Encoding.UTF8.GetByteCount(expected));
    }

    [Theory]
    [InlineData(9007199254740991, "9007199254740991")]
    [InlineData(-9007199254740992, "-9007199254740992")]
    [InlineData(9007199254740994, "9007199254740994")]
    [InlineData(-0.0, "0")]
    [InlineData(-7, "-7")]
    public void Whole_numbers_are_their_own_digits(double number, string expected) => EcmaScriptNumber.Format(number).ShouldBe(expected);

    [Fact]
    public void Parse_of_print_is_the_value() => Generate.Json.Sample(value => Given.Json(CanonicalJson.ToText(value)) == value);

    [Fact]
    public void Canonical_text_is_its_own_canonical_form() => Generate.Json.Sample(value =>
        CanonicalJson.ToText(value) == Canonical(CanonicalJson.ToText(value)));

    private static string Canonical(string json) => CanonicalJson.ToText(Given.Json(json));
}
