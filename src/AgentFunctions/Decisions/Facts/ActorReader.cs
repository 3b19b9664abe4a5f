using System.Collections.Concurrent;
using AgentFunctions.Agents;
using AgentFunctions.Directory;
using AgentFunctions.Domain.Agents;
using AgentFunctions.Domain.Decisions;
using AgentFunctions.Domain.Directory;
using AgentFunctions.Hosting.Storage;
using AgentFunctions.Principals;

namespace AgentFunctions.Decisions.Facts;

/// <summary>
/// Reads an agent with its owner and deputy in one round: their keys are guessed from the last version of the agent
/// that was seen. A wrong guess costs a second round and nothing else: no value is ever kept.
/// </summary>
internal sealed class ActorReader(FreshRows rows)
{
    // A guess is two ids; forgetting all of them when there are many costs one slower decision an agent.
    private const int MaxGuesses = 100_000;

    private readonly ConcurrentDictionary<string, Guess> guesses = new(StringComparer.Ordinal);

    public async Task<ActorReading> ReadAsync(AgentId id, long arrived, CancellationToken cancellationToken)
    {
        var head = rows.ReadAsync(new RowAddress(TableNames.Principals, AgentTable.PartitionOf(id), AgentTable.RowKey), arrived, cancellationToken);
        var guess = guesses.GetValueOrDefault(id.Value, Guess.None);
        var owner = ReadPersonAsync(guess.Owner, arrived, cancellationToken);
        var deputy = ReadPersonAsync(guess.Deputy, arrived, cancellationToken);
        await Task.WhenAll(head, owner, deputy);

        var row = await head;
        var version = row is null ? 0 : PrincipalRow.Read(row).EntitlementsVersion;
        if (row is null || AgentTable.Read(row) is not { } registered)
        {
            return new(new ActorFacts.Unregistered(id), version);
        }

        var agent = registered.Agent;
        Remember(agent);
        if (agent.Owner != guess.Owner || agent.Deputy != guess.Deputy)
        {
            owner = ReadPersonAsync(agent.Owner, arrived, cancellationToken);
            deputy = ReadPersonAsync(agent.Deputy, arrived, cancellationToken);
            await Task.WhenAll(owner, deputy);
        }

        return new(new ActorFacts.Registered(agent, await owner, await deputy), version);
    }

    /// <summary>One point read; none for nobody.</summary>
    public async Task<Person> ReadPersonAsync(PersonId id, long arrived, CancellationToken cancellationToken)
    {
        if (id.IsNobody)
        {
            return Person.Unseen(id);
        }

        var row = await rows.ReadAsync(new RowAddress(PersonTable.Table, PersonTable.PartitionOf(id), PersonTable.RowKey), arrived, cancellationToken);
        return row is null ? Person.Unseen(id) : PersonTable.Read(row).Person;
    }

    private void Remember(Agent agent)
    {
        if (guesses.Count >= MaxGuesses)
        {
            guesses.Clear();
        }

        guesses[agent.Id.Value] = new(agent.Owner, agent.Deputy);
    }

    private readonly record struct Guess(PersonId Owner, PersonId Deputy)
    {
        public static Guess None { get; } = new(PersonId.Nobody, PersonId.Nobody);
    }
}
