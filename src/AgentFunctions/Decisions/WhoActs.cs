using AgentFunctions.Domain.Agents;
using AgentFunctions.Domain.Decisions;
using AgentFunctions.Domain.Directory;
using AgentFunctions.Domain.Principals;
using AgentFunctions.Hosting;
using AgentFunctions.Security;

namespace AgentFunctions.Decisions;

/// <summary>
/// Settles who acts, for whom and by which route. Identity comes from the token: a gateway (`Decisions.Ask`) may name
/// the actor and the delegator; anyone else is itself the nearest actor, whatever the body says.
/// </summary>
internal static class WhoActs
{
    public static Settled Settle(Evaluation evaluation, Caller caller) =>
        caller.HasAny(Role.DecisionsAsk) ? SettleForGateway(evaluation, caller) : SettleForAgent(evaluation, caller);

    private static Settled SettleForGateway(Evaluation evaluation, Caller caller)
    {
        var chain = ChainOf(evaluation);
        if (chain.Count == 0 && !caller.HasAny(Role.DecisionsAskForPeople))
        {
            return new Settled.Refused(new Problem(
                ProblemCode.RoleMissing, $"a request without an agent needs the role `{RoleNames.Print(Role.DecisionsAskForPeople)[0]}`"));
        }

        var delegator = chain.Count > 0 && TryGetPerson(evaluation.Subject, out var person)
            ? new DelegatorClaim.Verified(person)
            : DelegatorClaim.None;
        return Accept(evaluation, caller, evaluation.Subject, chain, delegator, _ => true);
    }

    private static Settled SettleForAgent(Evaluation evaluation, Caller caller)
    {
        var chain = ChainOf(evaluation);
        if (chain.Count > 0 && chain[0].Value != caller.ClientId)
        {
            return new Settled.Refused(new Problem(ProblemCode.ActorNotCaller));
        }

        _ = AgentId.TryParse(caller.ClientId, out var self);
        chain = chain.Count > 0 ? chain : [self];

        // An agent that shows a person's token acts for that person, even where it claims to act for itself.
        var subject = caller.IsDelegated && evaluation.Subject.IsAgent ? caller.Person.Principal : evaluation.Subject;
        return Accept(evaluation, caller, subject, chain, DelegatorOf(subject, caller, chain), hop => hop == caller.ClientId);
    }

    // The token proves that the person lent to this client, not that they lent to agents which it says stand before it.
    private static DelegatorClaim DelegatorOf(PrincipalId subject, Caller caller, IReadOnlyList<AgentId> chain)
    {
        if (!TryGetPerson(subject, out var person))
        {
            return DelegatorClaim.None;
        }

        return caller.Person.Value == person.Value && chain.Count == 1
            ? new DelegatorClaim.Verified(person)
            : new DelegatorClaim.Asserted(person);
    }

    // An agent as subject stands at the far end of its own chain: RFC 8693's subject of a token that agents pass on.
    private static IReadOnlyList<AgentId> ChainOf(Evaluation evaluation)
    {
        if (!evaluation.Subject.IsAgent || !AgentId.TryParse(evaluation.Subject.Id, out var subject)
            || (evaluation.Act.Count > 0 && evaluation.Act[^1].Value == subject.Value))
        {
            return evaluation.Act;
        }

        return [.. evaluation.Act, subject];
    }

    private static bool TryGetPerson(PrincipalId subject, out PersonId person)
    {
        person = PersonId.Nobody;
        return subject.IsPerson && PersonId.TryParse(subject.Id, out person);
    }

    private static Settled.Accepted Accept(
        Evaluation evaluation,
        Caller caller,
        PrincipalId subject,
        IReadOnlyList<AgentId> chain,
        DelegatorClaim delegator,
        Func<string, bool> isVerified) => new(new AccessRequest
        {
            Caller = caller.ClientId,
            Subject = subject,
            SubjectProperties = evaluation.SubjectProperties,
            Actors = chain,
            Delegator = delegator,
            Action = evaluation.Action,
            ActionProperties = evaluation.ActionProperties,
            Resource = evaluation.Resource,
            ResourceProperties = evaluation.ResourceProperties,
            Context = evaluation.Context,
            Route = [.. evaluation.Route.Select(hop => new RouteHop(hop, isVerified(hop)))],
        });
}
