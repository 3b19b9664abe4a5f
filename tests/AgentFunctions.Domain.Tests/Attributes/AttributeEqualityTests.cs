using AgentFunctions.Domain.Attributes;
using AgentFunctions.Domain.Tests.Builders;

namespace AgentFunctions.Domain.Tests.Attributes;

public sealed class AttributeEqualityTests
{
    [Theory]
    [InlineData("""{"a":1,"b":[1,2]}""", """{"b":[1,2],"a":1}""", true)]
    [InlineData("""{"a":1}""", """{"a":2}""", false)]
    [InlineData("""{"a":1}""", """{"b":1}""", false)]
    [InlineData("""{"a":1}""", """{"a":1,"b":2}""", false)]
    [InlineData("""{"a":1,"b":2}""", """{"a":1}""", false)]
    [InlineData("""{"a":null}""", "{}", false)]
    [InlineData("[1,2]", "[2,1]", false)]
    [InlineData("[1]", "[1,1]", false)]
    [InlineData("[]", "{}", false)]
    [InlineData("[]", "[]", true)]
    public void Values_are_equal_when_their_parts_are(string one, string other, bool equal)
    {
        (Given.Json(one) == Given.Json(other)).ShouldBe(equal);
        (!equal || Given.Json(one).GetHashCode() == Given.Json(other).GetHashCode()).ShouldBeTrue();
    }

    [Fact]
    public void A_map_is_equal_to_nothing_else()
    {
        AttributeMap.Empty.Equals((object)"text").ShouldBeFalse();
        AttributeMap.Empty.Equals((object?)null).ShouldBeFalse();
        AttributeMap.Empty.Equals((object)Given.Map("{}")).ShouldBeTrue();
        Given.Json("[]").Equals(null).ShouldBeFalse();
    }

    [Fact]
    public void Hashes_tell_different_values_apart()
    {
        Given.Map("""{"a":1}""").GetHashCode().ShouldNotBe(Given.Map("""{"b":1}""").GetHashCode());
        Given.Json("[1]").GetHashCode().ShouldNotBe(Given.Json("[2]").GetHashCode());
    }
}
