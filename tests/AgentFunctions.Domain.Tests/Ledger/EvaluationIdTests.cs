using AgentFunctions.Domain.Ledger;
using CsCheck;

namespace AgentFunctions.Domain.Tests.Ledger;

public sealed class EvaluationIdTests
{
    private static readonly Gen<EvaluationId> Ids = Gen.Select(
        Gen.Long[0, (1L << 48) - 1], Gen.UInt, Gen.Long[1, EvaluationId.MaxSequence], (at, stream, sequence) => new EvaluationId(at, stream, sequence));

    [Fact]
    public void An_id_says_where_its_entry_is() => Ids.Sample(id =>
        EvaluationId.TryParse(id.ToGuid(), out var parsed) && parsed == id);

    [Fact]
    public void An_id_is_a_uuid_of_version_8() =>
        new EvaluationId(0x0123456789AB, 0xABC12345, 0x15555555555).ToString().ShouldBe("01234567-89ab-8abc-848d-155555555555");

    [Theory]
    [InlineData("01234567-89ab-7abc-848d-155555555555")]
    [InlineData("01234567-89ab-8abc-448d-155555555555")]
    [InlineData("01234567-89ab-8abc-8480-000000000000")]
    [InlineData("00000000-0000-0000-0000-000000000000")]
    public void Any_other_uuid_names_no_entry(string text) => EvaluationId.TryParse(Guid.Parse(text), out _).ShouldBeFalse();
}
