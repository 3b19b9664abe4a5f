namespace AgentFunctions.Architecture.Tests.Features;

/// <summary>Features depend on each other one way.</summary>
public sealed class FeatureTests
{
    // Each may depend on those before it, and on no other.
    private static readonly string[] Order =
        ["Hosting", "Security", "Ledger", "Principals", "Directory", "Guardrails", "Resources", "Agents", "Delegations", "Decisions"];

    // What goes against the order, with its reason.
    private static readonly Dictionary<string, string[]> Exceptions = new(StringComparer.Ordinal)
    {
        // Composes the app of all features.
        ["Hosting.AgentFunctionsApp"] = ["Security", "Ledger", "Principals", "Directory", "Guardrails", "Resources", "Agents", "Delegations", "Decisions"],

        // A function like the others: it says whom it answers, and looks at the caller's role.
        ["Hosting.HealthFunctions"] = ["Security"],

        // Rows of a new version and the mark of their ledger entry are one transaction.
        ["Hosting.Storage.Versions.CommitEdit"] = ["Ledger"],
        ["Hosting.Storage.Versions.StageRows"] = ["Ledger"],

        // The ledger asks the target's own partition whether a change was applied, so it knows where each kind is kept.
        ["Ledger.Changes.ChangePlace"] = ["Principals", "Directory", "Resources"],
    };

    [Fact]
    public void Every_feature_has_its_place_in_the_order() =>
        Order.ShouldBe(System.IO.Directory.EnumerateDirectories(Shared.Sources.Repository.PathOf("src", "AgentFunctions")).Select(Path.GetFileName).Except(["bin", "obj"]), ignoreOrder: true);

    [Fact]
    public void Features_depend_only_on_those_before_them() => Against(FeatureDependency.All()).ShouldBeEmpty();

    [Fact]
    public void No_exception_is_kept_that_nothing_needs()
    {
        var needed = FeatureDependency.All().Where(IsAgainst).Select(one => (one.Origin, one.To)).Distinct();

        Exceptions.SelectMany(exception => exception.Value.Select(to => (exception.Key, to))).ShouldBe(needed, ignoreOrder: true);
    }

    [Fact]
    public void A_dependency_the_other_way_is_found() =>
        Against([new("Security", "Agents", "Security.TokenVerifier"), new("Agents", "Security", "Agents.PutAgent"), new("Hosting", "Decisions", "Hosting.Problem")])
            .ShouldBe(["Security.TokenVerifier -> Agents", "Hosting.Problem -> Decisions"]);

    private static IEnumerable<string> Against(IEnumerable<FeatureDependency> dependencies) =>
        dependencies.Where(one => IsAgainst(one) && !(Exceptions.TryGetValue(one.Origin, out var allowed) && allowed.Contains(one.To))).Select(one => one.ToString());

    private static bool IsAgainst(FeatureDependency one) => Array.IndexOf(Order, one.To) > Array.IndexOf(Order, one.From);
}
