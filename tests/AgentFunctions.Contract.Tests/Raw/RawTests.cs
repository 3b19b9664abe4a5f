using System.Collections.Frozen;
using AgentFunctions.Contract.Tests.Drivers;
using AgentFunctions.Contract.Tests.Hostile;

namespace AgentFunctions.Contract.Tests.Raw;

/// <summary>
/// Hostile requests that no HTTP client would send: cut off, contradictory, or no HTTP at all. Much of it is refused by
/// whatever server or proxy sees it first; what is asserted of all is that none is a fault, an allow, or two requests,
/// and that the next honest question is answered.
/// </summary>
public sealed class RawTests(Victim victim) : IClassFixture<Victim>
{
    private static readonly FrozenDictionary<string, RawAttack> Attacks = new[] { CutAttacks.All, FramingAttacks.All, HeaderAttacks.All, StartLineAttacks.All }
        .SelectMany(attacks => attacks).ToFrozenDictionary(attack => attack.Name, StringComparer.Ordinal);

    private string Address => victim.Deployment.Wire.Address;

    private RawRequest Request => new(new Uri(Address).Authority, victim.Gateway, victim.Administrator, victim.Question);

    public static TheoryData<string> Names => [.. Attacks.Keys.Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task It_ends_as_it_must(string name)
    {
        var attack = Attacks[name];

        var answers = await RawConnection.AskAsync(Address, attack.Make(Request), attack.Ending);

        answers.Count.ShouldBeLessThanOrEqualTo(1, string.Join('\n', answers.Select(answer => answer.Text)));
        attack.Expected.Check(answers.Count == 0 ? Answer.None : answers[0]);
        (await victim.Company.AskAsync(victim.Company.Question())).Judged.ShouldBe("allow");
    }

    [Fact]
    public async Task Questions_sent_without_waiting_are_answered_each_and_in_their_order()
    {
        var refused = Request.With(body: "[]", length: "Content-Length: 2\r\n", connection: "keep-alive");

        var answers = await RawConnection.AskAsync(Address, Request.With(connection: "keep-alive") + refused + Request.Whole);

        answers.Select(answer => answer.Status).ShouldBe([200, 400, 200]);
        answers[0].Judged.ShouldBe("allow");
        answers[1].ShouldBeProblem(400, "invalid_request");
        answers[2].Judged.ShouldBe("allow");
    }

    [Fact]
    public async Task A_body_where_none_is_read_hides_no_request()
    {
        var hiding = Request.With("GET /health HTTP/1.1", connection: "keep-alive", length: $"Content-Length: {Request.Whole.Length}\r\n", body: Request.Whole);

        var answers = await RawConnection.AskAsync(Address, hiding + Request.Get("/health"));

        answers.Select(answer => answer.Status).ShouldBe([200, 200]);
        answers.ShouldAllBe(answer => answer.Text.StartsWith("{\"status\":\"ok\""));
    }

    [Fact]
    public async Task What_follows_a_request_is_no_part_of_it()
    {
        var answers = await RawConnection.AskAsync(Address, $"{Request.With(connection: "keep-alive")}\0\0\0\0 no request\r\n\r\n");

        answers[0].Judged.ShouldBe("allow");
        foreach (var other in answers.Skip(1)) new Expected.Refused().Check(other);
    }

    [Fact]
    public async Task Who_sends_half_a_request_and_falls_silent_keeps_nobody_waiting()
    {
        var halves = Enumerable.Range(0, 200).Select(number => number % 2 == 0 ? Request.HalfHead : Request.With(body: "{"));
        var open = await Task.WhenAll(halves.Select(half => RawConnection.SendAsync(Address, half)));

        (await victim.Company.AskAsync(victim.Company.Question())).Judged.ShouldBe("allow");

        foreach (var connection in open) connection.Dispose();
    }
}
