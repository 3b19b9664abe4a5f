using AgentFunctions.Contract.Tests.Deployments;

[assembly: AssemblyFixture(typeof(Deployment))]
