using AgentFunctions.Domain.Principals.Matching;
using CsCheck;

namespace AgentFunctions.Domain.Tests.Principals.Matching;

public sealed class PrefixTreeTests
{
    private static readonly Gen<string> Text = Gen.String[Gen.Char["ab/"], 0, 5];

    private static readonly Gen<(string Prefix, bool Put)[]> Edits = Gen.Select(Text, Gen.Bool).Array[0, 40];

    [Fact]
    public void It_finds_every_prefix_the_shortest_first() => Gen.Select(Edits, Text).Sample((edits, text) =>
    {
        var (tree, model) = Build(edits);

        return Walk(tree, text).SequenceEqual(model.Where(prefix => text.StartsWith(prefix, StringComparison.Ordinal)).OrderBy(prefix => prefix.Length));
    });

    [Fact]
    public void It_is_empty_when_everything_is_taken_out() => Edits.Sample(edits =>
    {
        var (tree, model) = Build(edits);

        return tree.IsEmpty == (model.Count == 0) && model.Aggregate(tree, (less, prefix) => less.Update(prefix, _ => null)).IsEmpty;
    });

    [Fact]
    public void An_edit_leaves_the_tree_before_it_as_it_was() => Gen.Select(Edits, Text, Text).Sample((edits, edited, text) =>
    {
        var (tree, _) = Build(edits);
        var before = Walk(tree, text);
        _ = tree.Update(edited, value => value is null ? edited : null);

        return Walk(tree, text).SequenceEqual(before);
    });

    [Fact]
    public void A_walk_steps_over_no_empty_nodes_in_a_row()
    {
        var (tree, _) = Build([("ab", true), ("abab", true), ("abba", true), ("ab", false), ("abba", false)]);
        var rest = "abab".AsSpan();

        tree.Step(ref rest, out _).ShouldNotBeNull().Step(ref rest, out var value).ShouldBeNull();
        value.ShouldBe("abab");
    }

    private static (PrefixTree<string> Tree, HashSet<string> Model) Build((string Prefix, bool Put)[] edits)
    {
        var (tree, model) = (PrefixTree<string>.Empty, new HashSet<string>());
        foreach (var (prefix, put) in edits)
        {
            tree = tree.Update(prefix, _ => put ? prefix : null);
            _ = put ? model.Add(prefix) : model.Remove(prefix);
        }

        return (tree, model);
    }

    private static List<string> Walk(PrefixTree<string> tree, string text)
    {
        var found = new List<string>();
        foreach (var value in tree.Prefixes(text))
        {
            found.Add(value);
        }

        return found;
    }
}
