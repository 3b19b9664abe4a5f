using System.Net;
using AgentFunctions.Contract.Tests.Drivers;

namespace AgentFunctions.Contract.Tests.Hostile;

/// <summary>What must come of a hostile request.</summary>
internal abstract record Expected
{
    // What an answer must never say: it would tell of the inside.
    private static readonly string[] Internals = ["   at ", "System.", "Microsoft.", "Azure.", "AgentFunctions.", "Exception", "StackTrace", ".cs:", "/src/", "/home/", "NullReference"];

    private Expected()
    {
    }

    /// <summary>Problem details of this code.</summary>
    internal sealed record Problem(int HttpStatus, string Code) : Expected;

    /// <summary>Decided, and not allowed; the reasons are among others.</summary>
    internal sealed record Outcome(string Name, params string[] Reasons) : Expected;

    /// <summary>Odd, and harmless: it is understood.</summary>
    internal sealed record Allowed : Expected;

    /// <summary>Refused before or beside the app's functions, by a host or server, with one of these.</summary>
    internal sealed record ByHost(params int[] Statuses) : Expected;

    /// <summary>
    /// Not HTTP as it should be: refused by whoever sees it first, with a 4xx, 501 (a coding) or 505 (a version), or by the
    /// end of the connection.
    /// </summary>
    internal sealed record Refused : Expected;

    /// <summary>Odd, and refused like that or understood: as the honest question that it holds, and as nothing else.</summary>
    internal sealed record Harmless : Expected;

    /// <summary>The client is gone: nothing can be said of the answer.</summary>
    internal sealed record Unheard : Expected;

    public void Check(Answer answer)
    {
        answer.Status.ShouldNotBe((int)HttpStatusCode.InternalServerError, answer.Text);
        foreach (var inside in Internals) answer.Text.ShouldNotContain(inside, Case.Sensitive);
        if (this is not (Allowed or Harmless)) answer.Text.ShouldNotContain("\"decision\":true");
        switch (this)
        {
            case Problem problem:
                answer.ShouldBeProblem(problem.HttpStatus, problem.Code);
                break;
            case Outcome outcome:
                answer.Judged.Outcome.ShouldBe(outcome.Name, answer.Text);
                answer.Judged.Decision.ShouldBeFalse();
                foreach (var reason in outcome.Reasons) answer.Judged.Reasons.ShouldContain(reason, answer.Text);
                break;
            case Allowed:
                answer.Judged.ShouldBe("allow");
                break;
            case Harmless when answer.Status == 200:
                answer.Judged.ShouldBe("allow");
                break;
            case Refused or Harmless:
                (answer.Status is 0 or (>= 400 and < 500) or 501 or 505).ShouldBeTrue($"{answer.Status}: {answer.Text}");
                break;
            case ByHost host:
                host.Statuses.ShouldContain(answer.Status, answer.Text);
                break;
        }
    }
}
