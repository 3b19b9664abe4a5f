using System.ComponentModel.DataAnnotations;

namespace AgentFunctions.Ledger;

/// <summary>How this process writes and checks the ledger.</summary>
internal sealed class LedgerOptions
{
    public const string Section = "Ledger";

    /// <summary>Longest wait of a caller for its entry, in milliseconds (50-60000, default 1500).</summary>
    [Range(50, 60_000)]
    public int AppendMilliseconds { get; set; } = 1_500;

    /// <summary>Longest wait for storage to answer one commit, in milliseconds (50-60000, default 1000); after it the outcome is unknown and resolved.</summary>
    [Range(50, 60_000)]
    public int CommitMilliseconds { get; set; } = 1_000;

    /// <summary>Pause before storage that did not answer is tried again, in milliseconds (10-60000, default 250).</summary>
    [Range(10, 60_000)]
    public int RetryMilliseconds { get; set; } = 250;

    /// <summary>Most entries that wait in one stream (1-100000, default 2000); beyond it an append is refused at once.</summary>
    [Range(1, 100_000)]
    public int WaitingEntries { get; set; } = 2_000;

    /// <summary>Most streams this process writes at once (1-16, default 4).</summary>
    [Range(1, 16)]
    public int Streams { get; set; } = 4;

    /// <summary>
    /// Length at which a stream is followed by a new one, in entries (100-1000000000, default 20000). Azure moves busy
    /// partitions apart, and a stream is one; Azurite takes the longer for a commit the longer the stream is.
    /// </summary>
    [Range(100, 1_000_000_000)]
    public int StreamEntries { get; set; } = 20_000;

    /// <summary>Longest silence of a stream's head while its process lives, in seconds (1-60, default 30).</summary>
    [Range(1, 60)]
    public int HeartbeatSeconds { get; set; } = 30;

    /// <summary>How long a stream without entries stays open, in seconds (10-86400, default 300).</summary>
    [Range(10, 86_400)]
    public int IdleSeconds { get; set; } = 300;

    /// <summary>Silence after which anybody may seal a stream, in seconds (5-3600, default 120); more than twice the heartbeat.</summary>
    [Range(5, 3_600)]
    public int SilentSeconds { get; set; } = 120;

    /// <summary>Longest time that stopping the process spends on sealing its streams, in seconds (0-60, default 5).</summary>
    [Range(0, 60)]
    public int StopSeconds { get; set; } = 5;

    /// <summary>Longest time without a checkpoint while streams are open and nothing changes, in minutes (1-1440, default 60).</summary>
    [Range(1, 1_440)]
    public int CheckpointMinutes { get; set; } = 60;

    /// <summary>Entries that one request verifies before it answers with the place to go on (100-1000000, default 20000).</summary>
    [Range(100, 1_000_000)]
    public int VerifyEntries { get; set; } = 20_000;

    /// <summary>Private key that signs checkpoints: PKCS#8 in PEM, P-256, <c>\n</c> for line ends accepted. Required.</summary>
    [Required]
    public string CheckpointKeyPem { get; set; } = "";

    /// <summary>Public keys (SubjectPublicKeyInfo in PEM, P-256) that signed earlier checkpoints; default none.</summary>
    public IReadOnlyList<string> PreviousCheckpointKeysPem { get; set; } = [];
}
