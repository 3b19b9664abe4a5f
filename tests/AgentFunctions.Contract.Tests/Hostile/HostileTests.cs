using System.Collections.Frozen;
using AgentFunctions.Contract.Tests.Deployments;

namespace AgentFunctions.Contract.Tests.Hostile;

/// <summary>The table of hostile requests: each with what must come of it, none with a fault, none with a wrong allow.</summary>
public sealed class HostileTests(Deployment deployment, Victim victim) : IClassFixture<Victim>
{
    private static readonly FrozenDictionary<string, Attack> Attacks = new[]
    {
        BodyAttacks.All, MemberAttacks.All, MediaAttacks.All, TokenAttacks.All, ActorAttacks.All, AdministrationAttacks.All, PathAttacks.All, BatchAttacks.All, PolicyAttacks.All,
    }.SelectMany(attacks => attacks).ToFrozenDictionary(attack => attack.Name, StringComparer.Ordinal);

    public static TheoryData<string> Names => [.. Attacks.Keys.Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task It_ends_as_it_must(string name)
    {
        var attack = Attacks[name];

        var answer = await deployment.Wire.SendAsync(await attack.Make(victim));

        attack.Expected.Check(answer);
    }

    [Fact]
    public void The_table_is_as_long_as_it_must_be() => Attacks.Count.ShouldBeGreaterThan(150);
}
