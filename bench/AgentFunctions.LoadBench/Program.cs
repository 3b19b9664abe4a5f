using AgentFunctions.LoadBench;
using AgentFunctions.Shared;

switch (args)
{
    case ["app"]:
        await AppProcess.RunAsync();
        break;
    case ["stub"]:
        await TableStub.RunAsync();
        break;
    default:
        await using (var issuer = await TestIssuer.StartAsync(TimeProvider.System, CancellationToken.None))
        {
            await new Bench(Settings.Read(), issuer).RunAsync();
        }

        break;
}
