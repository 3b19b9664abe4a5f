namespace AgentFunctions.LocalCloud;

/// <summary>LocalCloud cannot start for a reason that its user can mend; the message says which, in one line.</summary>
internal sealed class LocalCloudStartException(string message, Exception? innerException = null) : Exception(message, innerException);
