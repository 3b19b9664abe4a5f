using AgentFunctions.Domain.Principals;
using AgentFunctions.Domain.Resources;

namespace AgentFunctions.Domain.Tests.Principals;

public sealed class PatternTests
{
    [Theory]
    [InlineData("read", "read", true)]
    [InlineData("read", "reads", false)]
    [InlineData("read", "rea", false)]
    [InlineData("read", "READ", false)]
    [InlineData("re*", "read", true)]
    [InlineData("re*", "re", true)]
    [InlineData("re*", "r", false)]
    [InlineData("*", "", true)]
    [InlineData("*", "x", true)]
    [InlineData("r*d", "read", false)]
    [InlineData("r*d", "r*d", true)]
    [InlineData("re**", "re*d", true)]
    [InlineData("re**", "read", false)]
    public void A_star_at_the_end_is_a_prefix_and_nowhere_else(string pattern, string name, bool covers) => Pattern.Covers(pattern, name).ShouldBe(covers);

    [Theory]
    [InlineData("a,b", "a,b")]
    [InlineData("a,a", "a")]
    [InlineData("read,re*", "re*")]
    [InlineData("re*,r*,read,write", "r*,write")]
    [InlineData("*,a*,b", "*")]
    [InlineData("a*,a", "a*")]
    [InlineData("a,ab", "a,ab")]
    public void The_widest_patterns_cover_what_all_cover_and_no_name_twice(string patterns, string widest) =>
        string.Join(',', Pattern.Widest(patterns.Split(','))).ShouldBe(widest);

    [Theory]
    [InlineData("document", "doc-1", true)]
    [InlineData("*", "doc-1", true)]
    [InlineData("*", "doc*", true)]
    [InlineData("doc*", "doc-1", false)]
    [InlineData("folder", "doc-1", false)]
    [InlineData("document", "doc-2", false)]
    public void A_resource_pattern_has_an_exact_type_or_any(string type, string id, bool covers) =>
        new ResourcePattern(type, id).Covers(new ResourceId("document", "doc-1")).ShouldBe(covers);
}
