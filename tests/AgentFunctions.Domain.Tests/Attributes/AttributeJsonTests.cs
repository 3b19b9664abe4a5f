using System.Buffers;
using System.Text;
using System.Text.Json;
using AgentFunctions.Domain.Attributes;

namespace AgentFunctions.Domain.Tests.Attributes;

public sealed class AttributeJsonTests
{
    [Theory]
    [InlineData("null")]
    [InlineData("true")]
    [InlineData("false")]
    [InlineData("-1.5")]
    [InlineData("\"text\"")]
    [InlineData("""[1,[],{"a":null}]""")]
    [InlineData("""{"a":{"b":[true,"x"]},"c":""}""")]
    public void What_is_read_is_written_again(string json)
    {
        var output = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(output))
        {
            AttributeJson.Write(writer, Accepted(json));
        }

        Encoding.UTF8.GetString(output.WrittenSpan).ShouldBe(json);
    }

    [Theory]
    [InlineData("", "", "must be well-formed json")]
    [InlineData("{", "", "must be well-formed json")]
    [InlineData("[1,]", "", "must be well-formed json")]
    [InlineData("{} {}", "", "must be well-formed json")]
    [InlineData("// comment\n1", "", "must be well-formed json")]
    [InlineData("01", "", "must be well-formed json")]
    [InlineData("NaN", "", "must be well-formed json")]
    [InlineData("""{"a":1,"a":1}""", "/a", "must not appear twice")]
    [InlineData("""{"a":1,"\u0061":2}""", "/a", "must not appear twice")]
    [InlineData("""{"x":[{"b":1,"b":2}]}""", "/x/0/b", "must not appear twice")]
    [InlineData("""{"a/b~c":{"d":1,"d":1}}""", "/a~1b~0c/d", "must not appear twice")]
    [InlineData("""["\ud800"]""", "/0", "must be well-formed unicode")]
    [InlineData("""["\udc00\ud800"]""", "/0", "must be well-formed unicode")]
    [InlineData("""{"\ud800":1}""", "", "must have member names of well-formed unicode")]
    [InlineData("""{"a":{"\udfff":1}}""", "/a", "must have member names of well-formed unicode")]
    [InlineData("[1e400]", "/0", "must be a number that an ieee 754 double holds exactly")]
    [InlineData("""{"a":9007199254740993}""", "/a", "must be a number that an ieee 754 double holds exactly")]
    [InlineData("[[[[1]]]]", "/0/0/0", "is nested too deeply")]
    [InlineData("""{"a":{"b":{"c":{}}}}""", "/a/b/c", "is nested too deeply")]
    public void What_is_not_strict_json_is_refused_with_its_place(string json, string pointer, string why)
    {
        var refused = AttributeJson.Parse(Encoding.UTF8.GetBytes(json), maxDepth: 3).ShouldBeOfType<JsonParse<AttributeValue>.Refused>();

        refused.Pointer.ShouldBe(pointer);
        refused.Why.ShouldBe(why);
    }

    [Fact]
    public void Bytes_that_are_no_utf8_are_refused() =>
        AttributeJson.Parse([(byte)'"', 0xC3, 0x28, (byte)'"'], 1).ShouldBeOfType<JsonParse<AttributeValue>.Refused>().Why.ShouldBe("must be well-formed unicode");

    [Theory]
    [InlineData("1", 0, true)]
    [InlineData("[]", 0, false)]
    [InlineData("[]", 1, true)]
    [InlineData("[[]]", 1, false)]
    [InlineData("[{}]", 2, true)]
    [InlineData("[[],[],[]]", 2, true)]
    public void Depth_is_admitted_up_to_the_bound(string json, int maxDepth, bool admitted) =>
        (AttributeJson.Parse(Encoding.UTF8.GetBytes(json), maxDepth) is JsonParse<AttributeValue>.Accepted).ShouldBe(admitted);

    [Fact]
    public void Ten_thousand_levels_are_refused_without_a_fault() =>
        AttributeJson.Parse(Encoding.UTF8.GetBytes(new string('[', 10_000)), 32).ShouldBeOfType<JsonParse<AttributeValue>.Refused>().Why.ShouldBe("is nested too deeply");

    [Fact]
    public void Duplicates_in_an_element_that_was_parsed_before_are_refused()
    {
        using var document = JsonDocument.Parse("""{"a":{"b":1,"b":2}}""");

        AttributeJson.Parse(document.RootElement.GetProperty("a"), 3).ShouldBeOfType<JsonParse<AttributeValue>.Refused>().Pointer.ShouldBe("/b");
    }

    [Fact]
    public void An_element_is_read_as_its_text()
    {
        using var document = JsonDocument.Parse("""{"a":[1,"x"]}""");

        AttributeJson.Parse(document.RootElement, 2).ShouldBe(new JsonParse<AttributeValue>.Accepted(Accepted("""{"a":[1,"x"]}""")));
    }

    [Fact]
    public void An_element_that_is_not_there_is_refused() =>
        AttributeJson.Parse(default(JsonElement), 3).ShouldBe(new JsonParse<AttributeValue>.Refused(string.Empty, "is missing"));

    private static AttributeValue Accepted(string json) =>
        AttributeJson.Parse(Encoding.UTF8.GetBytes(json), 8).ShouldBeOfType<JsonParse<AttributeValue>.Accepted>().Value;
}
