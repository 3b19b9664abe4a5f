using AgentFunctions.LocalCloud;

try
{
    var builder = WebApplication.CreateSlimBuilder(args);
    builder.AddLocalCloud();
    await using var app = builder.Build();
    app.UseLocalCloud();
    await app.ListenAsync(CancellationToken.None);
    await app.WaitForShutdownAsync();
    return 0;
}
catch (Exception exception) when (StartFailure.Describe(exception) is { } description)
{
    await Console.Error.WriteLineAsync(description);
    return 1;
}
