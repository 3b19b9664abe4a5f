using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace AgentFunctions.Ledger;

/// <summary>Numbers in a query: absent is the default, anything that is not one number in its range is refused.</summary>
internal static class LedgerQuery
{
    public static bool TryRead(HttpRequest request, string name, long least, long most, long absent, out long value)
    {
        var values = request.Query[name];
        value = absent;
        return values.Count == 0
            || (values.Count == 1
                && long.TryParse(values[0], NumberStyles.None, CultureInfo.InvariantCulture, out value)
                && value >= least && value <= most);
    }
}
