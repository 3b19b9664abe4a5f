using AgentFunctions.Domain.Decisions;
using AgentFunctions.Domain.Principals;

namespace AgentFunctions.Benchmarks;

/// <summary>
/// What somebody would write in an afternoon: go through all rows, compare names, take the narrowest. No chain, no
/// people, no guardrails, no conditions, no reasons. The floor for a handful of rows.
/// </summary>
internal sealed class HandWrittenLoop(Entitlement[] rows)
{
    public Effect Decide(AccessRequest request, DateTimeOffset now)
    {
        var (found, narrowest) = (false, Effect.Allow);
        foreach (var row in rows)
        {
            if (now < row.ExpiresAt && Names(row.Actions, request.Action) && row.Resource.Covers(request.Resource))
            {
                found = true;
                narrowest = row.Effect < narrowest ? row.Effect : narrowest;
            }
        }

        return found ? narrowest : Effect.Deny;
    }

    private static bool Names(IReadOnlyList<string> actions, string action)
    {
        for (var i = 0; i < actions.Count; i++)
        {
            if (actions[i] == action)
            {
                return true;
            }
        }

        return false;
    }
}
