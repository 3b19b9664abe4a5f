using System.Globalization;
using System.Text.Json.Nodes;

namespace AgentFunctions.Shared.Description;

/// <summary>An operation of the description.</summary>
/// <param name="Template">Its path.</param>
internal sealed record DescribedOperation(string Template, string Method, JsonObject Node)
{
    public string Name => Node["operationId"]!.GetValue<string>(); // Every operation has one.

    /// <param name="path">Without its query.</param>
    public bool Matches(string method, string path)
    {
        var (wanted, given) = (Template.Split('/'), path.Split('/'));
        return method.Equals(Method, StringComparison.OrdinalIgnoreCase)
            && wanted.Length == given.Length
            && wanted.Zip(given).All(pair => pair.First.StartsWith('{') ? Admits(pair.First, pair.Second) : pair.First == pair.Second);
    }

    /// <summary>What is described for a status; null where nothing is.</summary>
    public JsonObject? AnswerOf(int status) => Node["responses"]?[status.ToString(CultureInfo.InvariantCulture)] as JsonObject;

    // Only ids and numbers of the ledger have a form by which the host chooses between templates. Servers remove dot
    // segments, so such a path is another one.
    private static bool Admits(string parameter, string text) => parameter switch
    {
        "{evaluationId}" => Guid.TryParse(text, out _),
        "{stream}" => int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _),
        _ => text.Replace("%2E", ".", StringComparison.OrdinalIgnoreCase) is not ("" or "." or ".."),
    };
}
