namespace AgentFunctions.Contract.Tests.Raw;

/// <summary>What the client does once its bytes are sent.</summary>
internal enum Ending
{
    /// <summary>It waits, silent, for what comes.</summary>
    Silence = 0,

    /// <summary>It says that nothing more comes (FIN), and listens.</summary>
    Finished,

    /// <summary>It is gone (RST), and hears nothing.</summary>
    Reset,
}
