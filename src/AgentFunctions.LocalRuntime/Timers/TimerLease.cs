using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;

namespace AgentFunctions.LocalRuntime.Timers;

/// <summary>
/// The right to run a timer, for one process at a time: the lease of a blob, renewed while it is held. A process that dies
/// loses it within <see cref="Duration"/>.
/// </summary>
internal sealed class TimerLease : IAsyncDisposable
{
    /// <summary>The shortest that Azure Storage gives.</summary>
    public static readonly TimeSpan Duration = TimeSpan.FromSeconds(15);

    private static readonly TimeSpan Renewal = TimeSpan.FromSeconds(5);

    private readonly BlobLeaseClient lease;
    private readonly TimeProvider clock;
    private readonly CancellationTokenSource lost = new();
    private readonly CancellationTokenSource done = new();
    private readonly Task renewing;
    private long renewedAt;

    private TimerLease(BlobLeaseClient lease, TimeProvider clock, DateTimeOffset now)
    {
        this.lease = lease;
        this.clock = clock;
        renewedAt = now.UtcTicks;
        renewing = KeepAsync(done.Token);
    }

    /// <summary>Cancelled when another process may have taken the lease.</summary>
    public CancellationToken Lost => lost.Token;

    /// <summary>Null while another process holds it.</summary>
    public static async Task<TimerLease?> TryAcquireAsync(BlobClient blob, TimeProvider clock, CancellationToken cancellationToken)
    {
        try
        {
            // Only the first process ever creates it; nobody reads it.
            await blob.UploadAsync(BinaryData.Empty, new BlobUploadOptions { Conditions = new() { IfNoneMatch = ETag.All } }, cancellationToken);
        }
        catch (RequestFailedException exception) when (exception.Status is 409 or 412)
        {
            // It exists, leased or not.
        }

        var now = clock.GetUtcNow();
        var free = blob.GetBlobLeaseClient();
        try
        {
            await free.AcquireAsync(Duration, conditions: null, cancellationToken);
            return new TimerLease(free, clock, now);
        }
        catch (RequestFailedException exception) when (exception.Status is 409)
        {
            return null;
        }
    }

    /// <summary>Asked before each run, since this process may have slept: false when another process may run the timer.</summary>
    public async Task<bool> RenewAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        try
        {
            await lease.RenewAsync(conditions: null, cancellationToken);
            Volatile.Write(ref renewedAt, now.UtcTicks);
        }
        catch (RequestFailedException exception) when (exception.Status is 404 or 409 or 412)
        {
            await lost.CancelAsync();
        }

        return !lost.IsCancellationRequested;
    }

    /// <summary>Gives the lease back, so that another process need not wait for its end.</summary>
    public async ValueTask DisposeAsync()
    {
        await done.CancelAsync();
        await renewing;
        try
        {
            await lease.ReleaseAsync(conditions: null, CancellationToken.None);
        }
        catch (Exception)
        {
            // Lost, or storage is away or too slow: it ends by itself.
        }

        done.Dispose();
        lost.Dispose();
    }

    private async Task KeepAsync(CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(Renewal, clock);
        try
        {
            while (await timer.WaitForNextTickAsync(cancellationToken) && await KeepOnceAsync(cancellationToken))
            {
            }
        }
        catch (Exception) when (cancellationToken.IsCancellationRequested)
        {
            // Given back: how a renewal that was under way ended is of no interest.
        }
    }

    private async Task<bool> KeepOnceAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await RenewAsync(cancellationToken);
        }
        catch (Exception) when (!cancellationToken.IsCancellationRequested)
        {
            // Storage is away, or too slow: it is still ours until the lease ends.
            if (clock.GetUtcNow().UtcTicks - Volatile.Read(ref renewedAt) < Duration.Ticks)
            {
                return true;
            }

            await lost.CancelAsync();
            return false;
        }
    }
}
