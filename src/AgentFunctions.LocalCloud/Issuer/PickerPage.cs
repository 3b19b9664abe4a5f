using System.Text;

namespace AgentFunctions.LocalCloud.Issuer;

/// <summary>Asks who signs in. There are no passwords: it is a stand-in.</summary>
internal static class PickerPage
{
    private const string ProblemId = "problem";

    public static Page Of(AuthorizationRequest request, IReadOnlyList<Person> people, string? problem)
    {
        var html = new StringBuilder();
        html.Append("<p>LocalCloud stands in for your organization. It knows everyone and asks for no password.</p>\n")
            .Append($"<p>You are signing in to <code>{Page.Encode(request.ClientId)}</code>, which gets the answer at <code>{Page.Encode(request.RedirectUri)}</code>.</p>\n");
        if (problem is not null) html.Append($"<p id=\"{ProblemId}\" role=\"alert\">{Page.Encode(problem)}</p>\n");

        html.Append("<form method=\"post\">\n");
        foreach (var (name, value) in request.Parameters) html.Append($"<input type=\"hidden\" name=\"{name}\" value=\"{Page.Encode(value)}\">\n");

        html.Append($"<fieldset{(problem is null ? "" : $" aria-describedby=\"{ProblemId}\"")}>\n<legend>Who are you?</legend>\n");
        for (var index = 0; index < people.Count; index++) AppendPerson(html, people[index], index, people[index].Id == request.LoginHint);

        html.Append("</fieldset>\n")
            .Append($"<button type=\"submit\" name=\"{SignIn.AnswerField}\" value=\"sign_in\">Sign in</button>\n")
            .Append($"<button type=\"submit\" name=\"{SignIn.CancelField}\" value=\"cancel\" formnovalidate>Cancel</button>\n")
            .Append("</form>");
        return new Page(problem is null ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest, "Choose who signs in", html.ToString());
    }

    private static void AppendPerson(StringBuilder html, Person person, int index, bool isHinted) => html
        .Append($"<label for=\"person-{index}\"><input type=\"radio\" id=\"person-{index}\" name=\"{SignIn.PersonField}\" ")
        .Append($"value=\"{Page.Encode(person.Id)}\" required{(isHinted ? " checked" : "")}> {Page.Encode(person.Name)} ({Page.Encode(person.Id)})</label>\n");
}
