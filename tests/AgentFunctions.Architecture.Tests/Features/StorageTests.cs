namespace AgentFunctions.Architecture.Tests.Features;

/// <summary>Who talks to storage. Use cases may hold a table to hand it on; the calls themselves are made in few places.</summary>
public sealed class StorageTests
{
    // Beside Hosting.Storage, and the ledger with its own rows; each with its reason.
    private static readonly string[] Callers =
    [
        // Fresh point reads: of a decision, of a person who is named.
        "AgentFunctions.Decisions.Facts.FreshRows", "AgentFunctions.Directory.FindPerson",

        // The list of principals by type.
        "AgentFunctions.Principals.PrincipalIndex",

        // Whether it is up.
        "AgentFunctions.Hosting.TablesHealthCheck",
    ];

    [Fact]
    public void Tables_are_called_in_few_places() =>
        CallersOf("Azure.Data.Tables.TableClient", "Azure.Data.Tables.TableServiceClient")
            .Where(type => !type.StartsWith("AgentFunctions.Hosting.Storage.", StringComparison.Ordinal) && !type.StartsWith("AgentFunctions.Ledger.", StringComparison.Ordinal))
            .ShouldBe(Callers, ignoreOrder: true);

    [Fact]
    public void Only_the_ledger_touches_its_blobs_and_health_asks_whether_they_are_up() =>
        Built.WhoDependsOn(target => target.FullName.StartsWith("Azure.Storage.Blobs.Specialized.", StringComparison.Ordinal) || target.FullName == "Azure.Storage.Blobs.BlobContainerClient")
            .Where(type => !type.StartsWith("AgentFunctions.LocalRuntime.Timers.", StringComparison.Ordinal) && type != "AgentFunctions.Hosting.BlobsHealthCheck")
            .ShouldAllBe(type => type.StartsWith("AgentFunctions.Ledger.", StringComparison.Ordinal));

    [Fact]
    public void The_checkpoint_log_is_seen_to_touch_them() =>
        Built.WhoDependsOn(target => target.FullName == "Azure.Storage.Blobs.Specialized.AppendBlobClient").ShouldContain("AgentFunctions.Ledger.CheckpointLog");

    [Fact]
    public void Nothing_knows_the_runtime_it_is_on_but_the_runtime_itself() =>
        Built.WhoDependsOn(target => target.FullName.StartsWith("AgentFunctions.LocalRuntime.", StringComparison.Ordinal))
            .Select(type => type.Split('.')[1]).Distinct().ShouldBe(["LocalRuntime"]);

    // A filter is only text.
    private static IReadOnlyList<string> CallersOf(params string[] clients) =>
    [
        .. Built.Architecture.Types.Where(type => type.Assembly.FullName == Built.App.FullName)
            .Where(type => type.Dependencies.OfType<ArchUnitNET.Domain.Dependencies.MethodCallDependency>().Any(call =>
                clients.Contains(call.Target.FullName) && !call.TargetMember.Name.StartsWith("CreateQueryFilter", StringComparison.Ordinal)))
            .Select(type => type.FullName.Split('+')[0])
            .Distinct(),
    ];
}
