using System.Globalization;
using System.Text;

namespace AgentFunctions.Contract.Tests.Drivers;

/// <summary>Ids in paths, in the safest form of docs/wire.md.</summary>
internal static class PathText
{
    private const string Plain = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._";

    public static string Of(string id)
    {
        var text = new StringBuilder();
        foreach (var value in Encoding.UTF8.GetBytes(id))
        {
            var isPlain = Plain.Contains((char)value, StringComparison.Ordinal) && id is not ("." or "..");
            _ = isPlain ? text.Append((char)value) : text.Append(CultureInfo.InvariantCulture, $"~{value:X2}");
        }

        return text.ToString();
    }
}
