namespace AgentFunctions.LocalCloud.Tests.Drivers;

/// <summary>An address nobody listens on, for where port 0 will not do: the test must know the port beforehand.</summary>
internal static class FreePort
{
    public static string Url()
    {
        using var taken = new TakenPort();
        return taken.Url;
    }
}
