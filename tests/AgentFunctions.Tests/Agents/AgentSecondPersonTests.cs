using AgentFunctions.Tests.Principals;

namespace AgentFunctions.Tests.Agents;

/// <summary>Nobody widens alone an agent that they answer for.</summary>
public sealed class AgentSecondPersonTests(Company company) : IClassFixture<Company>
{
    private const string Before =
        """{"owner":"olga","deputy":"dan","purpose":"pay invoices","autonomy":"medium","tolerance":"medium","properties":{"zone":"a"}}""";

    private readonly Administration app = company.Begin();

    [Theory]
    [InlineData("olga", "autonomy", "\"medium\",\"tolerance", "\"high\",\"tolerance")]
    [InlineData("dan", "autonomy", "\"medium\",\"tolerance", "\"high\",\"tolerance")]
    [InlineData("olga", "tolerance", "\"tolerance\":\"medium\"", "\"tolerance\":\"critical\"")]
    [InlineData("dan", "tolerance", "\"tolerance\":\"medium\"", "\"tolerance\":\"critical\"")]
    [InlineData("olga", "purpose", "pay invoices", "pay anything")]
    [InlineData("dan", "purpose", "pay invoices", "pay anything")]
    [InlineData("olga", "properties", "\"zone\":\"a\"", "\"zone\":\"b\"")]
    [InlineData("dan", "properties", "\"zone\":\"a\"", "\"zone\":\"b\"")]
    [InlineData("olga", "with-owner", "olga\",\"deputy\":\"dan\",\"purpose\":\"pay", "petra\",\"purpose\":\"collect")]
    [InlineData("dan", "with-owner", "olga\",\"deputy\":\"dan\",\"purpose\":\"pay", "petra\",\"purpose\":\"collect")]
    public async Task Who_answers_for_an_agent_does_not_widen_it(string person, string edit, string from, string to)
    {
        var id = $"widen-{edit}-{person}";
        var put = await app.PutAsync($"agents/{id}", Before);
        app.ActAs(person);

        var answer = await app.PutAsync($"agents/{id}", Before.Replace(from, to, StringComparison.Ordinal), put.Tag);

        answer.Status.ShouldBe(403);
        answer.Code.ShouldBe("second_person_required");
        (await app.GetAsync($"agents/{id}")).Tag.ShouldBe(put.Tag);
    }

    [Theory]
    [InlineData("olga")]
    [InlineData("dan")]
    public async Task Who_answers_for_an_agent_narrows_renames_and_hands_it_over(string person)
    {
        var put = await app.PutAsync($"agents/narrow-{person}", Before);
        app.ActAs(person);

        var answer = await app.PutAsync(
            $"agents/narrow-{person}",
            """{"owner":"petra","name":"Invoices","purpose":"pay invoices","autonomy":"low","tolerance":"low","properties":{"zone":"a"}}""",
            put.Tag);

        answer.Status.ShouldBe(200);
    }

    [Fact]
    public async Task Somebody_else_widens_it()
    {
        var put = await app.PutAsync("agents/widened", Before);
        app.ActAs("petra");

        (await app.PutAsync("agents/widened", Before.Replace("medium", "high", StringComparison.Ordinal), put.Tag)).Status.ShouldBe(200);
    }
}
