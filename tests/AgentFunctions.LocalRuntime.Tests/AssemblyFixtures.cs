using AgentFunctions.LocalRuntime.Tests.Drivers;
using AgentFunctions.Shared;
using Microsoft.AspNetCore.Hosting;

[assembly: AssemblyFixture(typeof(AzuriteFixture))]
[assembly: AssemblyFixture(typeof(SampleFixture))]
[assembly: HostingStartup(typeof(Companion))]
