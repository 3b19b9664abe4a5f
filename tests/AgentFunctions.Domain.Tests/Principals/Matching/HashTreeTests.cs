using AgentFunctions.Domain.Principals.Matching;
using CsCheck;

namespace AgentFunctions.Domain.Tests.Principals.Matching;

public sealed class HashTreeTests
{
    /// <summary>Few hashes, some of which differ in their highest bits only, so that every shape of tree comes up.</summary>
    private static readonly int[] Hashes = [0, 1, 32, 33, 1 << 30, 3 << 30, int.MaxValue, -1, 0b00001_00001, 0b00010_00001];

    private static readonly Gen<(int Key, int Value)[]> Edits = Gen.Select(Gen.Int[0, 29], Gen.Int[0, 3]).Array[0, 60];

    [Fact]
    public void It_holds_what_a_dictionary_holds_after_any_edits() => Edits.Sample(edits =>
    {
        var tree = default(HashTree<Leaf>);
        var model = new Dictionary<int, int>();
        foreach (var (key, value) in edits)
        {
            tree = Put(tree, key, value);
            _ = value == 0 ? model.Remove(key) : model.TryAdd(key, value) || (model[key] = value) > 0;
        }

        return Enumerable.Range(0, 30).All(key => Find(tree, key) == model.GetValueOrDefault(key))
            && tree.Leaves.Sum(leaf => leaf.Value) == model.Values.Sum()
            && tree.Leaves.Count() == model.Count
            && SumOf(tree) == model.Values.Sum()
            && tree.IsEmpty == (model.Count == 0);
    });

    [Fact]
    public void An_edit_leaves_the_tree_before_it_as_it_was() => Gen.Select(Edits, Gen.Int[0, 29], Gen.Int[0, 3]).Sample((edits, key, value) =>
    {
        var before = edits.Aggregate(default(HashTree<Leaf>), (tree, edit) => Put(tree, edit.Key, edit.Value));
        var known = Enumerable.Range(0, 30).Select(k => Find(before, k)).ToArray();
        _ = Put(before, key, value);

        return Enumerable.Range(0, 30).Select(k => Find(before, k)).SequenceEqual(known);
    });

    [Fact]
    public void Equal_contents_make_equal_trees_whatever_the_edits_before() => Edits.Sample(edits =>
    {
        var edited = edits.Aggregate(default(HashTree<Leaf>), (tree, edit) => Put(tree, edit.Key, edit.Value));
        var emptied = Enumerable.Range(0, 30).Where(key => key % 3 != 0).Aggregate(edited, (tree, key) => Put(tree, key, 0));
        var fresh = emptied.Leaves.OrderBy(leaf => leaf.Key, StringComparer.Ordinal).Aggregate(default(HashTree<Leaf>), (tree, leaf) => tree.Update(leaf.Key, leaf.Hash, _ => leaf));

        return Shape(emptied).SequenceEqual(Shape(fresh));
    });

    [Fact]
    public void A_change_that_changes_nothing_is_no_change()
    {
        var tree = Put(Put(Put(default, 0, 1), 10, 1), 1, 1);
        var again = tree.Update("0", Hashes[0], leaf => leaf).Update("20", Hashes[0], _ => null).Update("2", Hashes[2], _ => null);

        Shape(again).ShouldBe(Shape(tree));
    }

    [Fact]
    public void Names_are_found_by_their_own_hash()
    {
        var tree = default(HashTree<Leaf>).Update("name", _ => new Leaf("name", HashLeaf.HashOf("name"), 7));

        tree.TryFind("name", HashLeaf.HashOf("name"), out var leaf).ShouldBeTrue();
        leaf.ShouldNotBeNull().Value.ShouldBe(7);
        tree.TryFind("other", HashLeaf.HashOf("other"), out _).ShouldBeFalse();
    }

    /// <summary>Leaves in the order of their hashes; those of one hash in the order in which they lie, sorted.</summary>
    private static IEnumerable<string> Shape(HashTree<Leaf> tree) => tree.Leaves.GroupBy(leaf => leaf.Hash).SelectMany(group => group.Select(leaf => leaf.Key).Order(StringComparer.Ordinal));

    private static HashTree<Leaf> Put(HashTree<Leaf> tree, int key, int value)
    {
        var (name, hash) = ($"{key}", Hashes[key % Hashes.Length]);
        return tree.Update(name, hash, before => value == 0 ? null : before?.Value == value ? before : new Leaf(name, hash, value));
    }

    private static int Find(HashTree<Leaf> tree, int key) => tree.TryFind($"{key}", Hashes[key % Hashes.Length], out var leaf) ? leaf.Value : 0;

    private static int SumOf(HashTree<Leaf> tree)
    {
        var sum = default(LeafSum);
        tree.Visit(ref sum);
        return sum.Sum;
    }
}
