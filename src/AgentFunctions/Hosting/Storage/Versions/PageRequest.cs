using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace AgentFunctions.Hosting.Storage.Versions;

/// <summary>Which page of a list is asked for.</summary>
/// <param name="Limit">1 to 1,000 items.</param>
/// <param name="From">Version 0 for the first page.</param>
internal sealed record PageRequest(int Limit, PageToken From)
{
    public const int DefaultLimit = 100;
    public const int MaxLimit = 1_000;

    public bool IsFirst => From.Version == 0;

    public static BodyOutcome<PageRequest> Parse(HttpRequest request)
    {
        var limit = DefaultLimit;
        if (request.Query.TryGetValue("limit", out var limits)
            && (!int.TryParse(limits.ToString(), NumberStyles.None, CultureInfo.InvariantCulture, out limit) || limit is < 1 or > MaxLimit))
        {
            return Refused($"`limit` must be a number from 1 to {MaxLimit}");
        }

        var from = new PageToken(0, string.Empty);
        if (request.Query.TryGetValue("next", out var next) && (!PageToken.TryParse(next.ToString(), out from) || from.Version == 0))
        {
            return Refused("`next` must be what an earlier page answered");
        }

        return new BodyOutcome<PageRequest>.Accepted(new PageRequest(limit, from));
    }

    private static BodyOutcome<PageRequest>.Refused Refused(string detail) => new(new Problem(ProblemCode.InvalidRequest, detail));
}
