using AgentFunctions.Domain.Directory;
using AgentFunctions.Domain.Guardrails;
using AgentFunctions.Domain.Principals;

namespace AgentFunctions.Domain.Decisions.Factors;

/// <summary>Whether a person is known to be living, and known recently enough.</summary>
internal static class PersonStanding
{
    public static bool IsLiving(Person person, Tenant tenant, DateTimeOffset now) =>
        person.Standing == Standing.Living && !person.Id.IsNobody && !IsStale(person, tenant, now);

    /// <summary>What an administrator wrote never goes stale; a directory's word does, after the tenant's bound.</summary>
    public static bool IsStale(Person person, Tenant tenant, DateTimeOffset now) =>
        person.Source == PersonSource.Directory && now - person.ConfirmedAt > MaxAge(tenant);

    /// <summary>The last instant at which a person who is stale now was not.</summary>
    /// <remarks>INVARIANT: the bound lies between the confirmation and now, so this is no overflow.</remarks>
    public static DateTimeOffset FreshUntil(Person person, Tenant tenant) => person.ConfirmedAt + MaxAge(tenant);

    /// <summary>Denies for the factor unless the person is living; says each thing that is wrong.</summary>
    public static void Demand(Person person, Factor factor, ReasonCode unknown, ReasonCode left, in Question question, ref Findings findings)
    {
        if (IsLiving(person, question.Facts.Tenant, question.Now))
        {
            findings.Say(factor, Effect.Allow);
            return;
        }

        if (IsStale(person, question.Facts.Tenant, question.Now))
        {
            findings.Say(factor, Effect.Deny, ReasonCode.DirectoryStale, person.Id.Principal);
        }

        if (person.Standing != Standing.Living || person.Id.IsNobody)
        {
            findings.Say(factor, Effect.Deny, person.Standing == Standing.Left ? left : unknown, person.Id.Principal);
        }
    }

    private static TimeSpan MaxAge(Tenant tenant) => TimeSpan.FromMinutes(Math.Max(0, tenant.DirectoryMaxAgeMinutes));
}
