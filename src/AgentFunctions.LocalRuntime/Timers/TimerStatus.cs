using System.Text.Json;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Microsoft.Azure.Functions.Worker;

namespace AgentFunctions.LocalRuntime.Timers;

/// <summary>Where a timer's schedule stands, kept in storage when the timer is monitored.</summary>
internal sealed class TimerStatus(Timer timer, BlobClient blob)
{
    private ETag? version;

    public ScheduleStatus Value { get; private set; } = new();

    /// <summary>
    /// Reads what an earlier process left. A timer never seen starts its schedule now; one whose schedule was changed goes on by
    /// the new one from where it stood.
    /// </summary>
    public async Task LoadAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var stored = timer.IsMonitored ? await ReadAsync(cancellationToken) : null;
        if (stored is null)
        {
            await SaveAsync(last: default, now, cancellationToken);
            return;
        }

        var from = new DateTimeOffset(stored.Last == default ? stored.LastUpdated : stored.Last, TimeSpan.Zero);
        if (timer.Schedule.Next(from)?.UtcDateTime == stored.Next)
        {
            Value = stored;
            return;
        }

        await SaveAsync(last: default, from, cancellationToken);
    }

    /// <summary>Moves the schedule on after a run that started at <paramref name="startedAt"/>.</summary>
    public Task MoveOnAsync(DateTimeOffset startedAt, CancellationToken cancellationToken) =>
        SaveAsync(startedAt.UtcDateTime, startedAt, cancellationToken);

    private async Task<ScheduleStatus?> ReadAsync(CancellationToken cancellationToken)
    {
        try
        {
            var content = await blob.DownloadContentAsync(cancellationToken);
            version = content.Value.Details.ETag;
            return content.Value.Content.ToObjectFromJson<ScheduleStatus>();
        }
        catch (RequestFailedException exception) when (exception.Status is 404)
        {
            return null;
        }
        catch (JsonException)
        {
            // Not ours, or half of it: the schedule starts anew, over it.
            return null;
        }
    }

    private async Task SaveAsync(DateTime last, DateTimeOffset from, CancellationToken cancellationToken)
    {
        // A schedule's last occurrence may be behind it: then it rests forever.
        var next = timer.Schedule.Next(from)?.UtcDateTime ?? DateTime.SpecifyKind(DateTime.MaxValue, DateTimeKind.Utc);
        Value = new ScheduleStatus { Last = last, Next = next, LastUpdated = from.UtcDateTime };
        if (!timer.IsMonitored)
        {
            return;
        }

        // Conditional, so that a process that lost its lease unawares cannot set the schedule back.
        var conditions = version is null ? new BlobRequestConditions { IfNoneMatch = ETag.All } : new BlobRequestConditions { IfMatch = version };
        var saved = await blob.UploadAsync(BinaryData.FromObjectAsJson(Value), new BlobUploadOptions { Conditions = conditions }, cancellationToken);
        version = saved.Value.ETag;
    }
}
