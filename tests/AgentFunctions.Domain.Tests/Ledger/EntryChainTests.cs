using AgentFunctions.Domain.Ledger;

namespace AgentFunctions.Domain.Tests.Ledger;

public sealed class EntryChainTests
{
    private static readonly EvaluationId Id = new(1_700_000_000_000, 7, 1);
    private static readonly EntryHash Body = EntryChain.Digest("{}"u8);

    [Fact]
    public void The_hash_of_an_entry_never_changes()
    {
        // What is in somebody's ledger must verify for ever. Computed apart, from the description in docs/decisions/0004.
        EntryChain.Hash(EntryHash.Zero, Id, EntryKind.Decision, Body).ToString()
            .ShouldBe("09e2c4960cb8678a35e5e3106cc9d26eec7d036ff1a46a3cf2e124e6104b3226");
    }

    [Fact]
    public void A_change_of_any_field_changes_the_hash()
    {
        EntryHash[] hashes =
        [
            EntryChain.Hash(EntryHash.Zero, Id, EntryKind.Decision, Body),
            EntryChain.Hash(Body, Id, EntryKind.Decision, Body),
            EntryChain.Hash(EntryHash.Zero, Id with { UnixMilliseconds = 1 }, EntryKind.Decision, Body),
            EntryChain.Hash(EntryHash.Zero, Id with { Stream = 8 }, EntryKind.Decision, Body),
            EntryChain.Hash(EntryHash.Zero, Id with { Sequence = 2 }, EntryKind.Decision, Body),
            EntryChain.Hash(EntryHash.Zero, Id, EntryKind.Change, Body),
            EntryChain.Hash(EntryHash.Zero, Id, EntryKind.Decision, EntryHash.Zero),
        ];
        hashes.ShouldBeUnique();
    }

    [Fact]
    public void An_entry_is_whole_only_with_its_own_hash()
    {
        var entry = ChainBuilder.Entry(1, EntryHash.Zero);
        entry.IsWhole.ShouldBeTrue();
        (entry with { Body = "{}"u8.ToArray() }).IsWhole.ShouldBeFalse();
    }
}
