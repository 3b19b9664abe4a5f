using System.Globalization;
using AgentFunctions.Domain.Agents;
using AgentFunctions.Domain.Attributes;
using AgentFunctions.Domain.Conditions;
using AgentFunctions.Domain.Decisions;
using AgentFunctions.Domain.Directory;
using AgentFunctions.Domain.Principals;
using AgentFunctions.Domain.Resources;
using CsCheck;

namespace AgentFunctions.Domain.Tests.Builders;

/// <summary>Rules, requests and facts over few names, so that they meet often.</summary>
internal static class GenerateRules
{
    private static readonly Gen<string> Pattern = Gen.OneOf("a", "ab", "abc", "a*", "ab*", "*", "b");

    private static readonly Gen<Condition> Conditions = Gen.OneOf(
        Condition.Always,
        Condition.Always,
        Parse("""{"eq":[{"path":"context.x"},1]}"""),
        Parse("""{"not":{"eq":[{"path":"context.missing"},1]}}"""),
        Parse("""{"any":[{"eq":[{"path":"context.x"},2]},{"contains":[{"path":"context.route"},"hop"]}]}"""));

    /// <summary>One rule of the given id.</summary>
    public static Gen<Entitlement> Rule(Gen<string> id) => Gen.Select(
        id,
        Gen.OneOf(Effect.Allow, Effect.Challenge, Effect.Deny),
        Pattern.Array[1, 3],
        Gen.OneOf("a", "b", "*"),
        Pattern,
        Conditions,
        Gen.Select(Gen.OneOf(string.Empty, "payroll", "other"), Gen.Int[-1, 1])).Select((id, effect, actions, type, resource, condition, rest) => new Entitlement
        {
            Id = id,
            Effect = effect,
            Actions = actions,
            Resource = new ResourcePattern(type, resource),
            Condition = condition,
            Purpose = rest.Item1,
            ExpiresAt = rest.Item2 == 0 ? DateTimeOffset.MaxValue : Given.Now.AddMinutes(rest.Item2),
        });

    /// <summary>Up to a dozen rules of different ids.</summary>
    public static Gen<Entitlement[]> Rules { get; } = Rule(Gen.Int[0, 11].Select(id => id.ToString(CultureInfo.InvariantCulture)))
        .Array[0, 12].Select(rules => rules.DistinctBy(rule => rule.Id).ToArray());

    public static Gen<AccessRequest> Request { get; } = Gen.Select(
        Gen.OneOf("a", "ab", "abc", "abcd", "b", "c"),
        Gen.OneOf("a", "b", "c"),
        Gen.OneOf("a", "ab", "abc", "abcd", "b", "c"),
        Gen.Int[0, 2],
        Gen.Int[0, 2],
        Gen.Int[0, 2]).Select((action, type, id, x, route, claim) => Given.Request with
        {
            Action = action,
            Resource = new ResourceId(type, id),
            Context = x == 0 ? AttributeMap.Empty : Given.Map($$"""{"x":{{x}}}"""),
            Route = route == 0 ? [] : [new RouteHop("hop", route == 1)],
            Subject = claim == 0 ? Given.Request.Subject : Given.Person("dora").Principal,
            Delegator = claim switch
            {
                0 => DelegatorClaim.None,
                1 => new DelegatorClaim.Verified(Given.Person("dora")),
                _ => new DelegatorClaim.Asserted(Given.Person("dora")),
            },
        });

    /// <summary>Facts that fit the requests, most of them in order, with the given rules.</summary>
    public static Gen<AccessFacts> Facts(Gen<Entitlement[]> rules) => Gen.Select(
        rules,
        Rules,
        Gen.Select(Person("olga"), Person("dan"), Person("dora")),
        Gen.Select(Gen.Enum<AgentStatus>(), Gen.Enum<Autonomy>(), Gen.Enum<Sensitivity>(), Gen.OneOf(string.Empty, "payroll")),
        Gen.Enum<Sensitivity>(),
        Gen.Bool,
        Gen.Bool).Select((own, guardrails, people, agent, sensitivity, lent, needed) => Given.Facts with
        {
            Tenant = Given.Tenant with { DelegatorNeedsEntitlements = needed },
            Entitlements = Given.Set(own),
            Guardrails = Given.Guardrails(guardrails.Where((_, index) => index % 3 == 0)),
            Actors = [new ActorFacts.Registered(
                Given.Actor("payroll-bot").Agent with { Status = agent.Item1, Autonomy = agent.Item2, Tolerance = agent.Item3, Purpose = agent.Item4 },
                people.Item1,
                people.Item2)],
            Delegator = needed || lent
                ? new DelegatorFacts.Involved(people.Item3, lent ? new DelegationFacts.Lent(Given.Delegation("dora", "payroll-bot")) : DelegationFacts.None, Given.Set(own))
                : DelegatorFacts.None,
            Resource = sensitivity == Sensitivity.Critical
                ? ResourceFacts.None
                : new ResourceFacts.Registered(new Resource { Id = new ResourceId("a", "ab"), Sensitivity = sensitivity }),
            Subject = new SubjectFacts(AttributeMap.Empty, Directory.Person.Unseen(PersonId.Nobody)),
        });

    private static Gen<Person> Person(string id) => Gen.Select(Gen.Int[0, 5], Gen.Bool, Gen.Int[0, 120]).Select((standing, directory, age) =>
        Given.Living(id) with
        {
            Standing = standing switch { 0 => Standing.Unknown, 1 => Standing.Left, _ => Standing.Living },
            Source = directory ? PersonSource.Directory : PersonSource.Manual,
            ConfirmedAt = Given.Now.AddMinutes(-age),
        });

    private static Condition Parse(string json) =>
        ConditionJson.Parse(Given.Json(json)) is JsonParse<Condition>.Accepted accepted ? accepted.Value : throw new ArgumentException("no condition", nameof(json));
}
