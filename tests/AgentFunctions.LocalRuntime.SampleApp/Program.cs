using AgentFunctions.LocalRuntime.SampleApp;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.Hosting;

var builder = FunctionsApplication.CreateBuilder(args);
SampleComposition.Configure(builder);
await builder.Build().RunAsync();
