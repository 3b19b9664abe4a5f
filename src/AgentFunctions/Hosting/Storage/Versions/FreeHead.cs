namespace AgentFunctions.Hosting.Storage.Versions;

/// <summary>Reads a head for someone who wants to edit, and first takes back what a dead importer left there.</summary>
/// <param name="patience">How long a stage may rest before its run counts as dead.</param>
internal sealed class FreeHead(TimeProvider clock, TimeSpan patience)
{
    private const int Tries = 3;

    /// <returns>The head; with a stage when an import is under way.</returns>
    public async Task<VersionHead> ReadAsync(VersionedRows rows, string partition, CancellationToken cancellationToken)
    {
        for (var count = 1; ; count++)
        {
            var head = await rows.ReadHeadAsync(partition, cancellationToken);
            if (count == Tries || !head.Stage.IsAbandonedAt(clock.GetUtcNow(), patience))
            {
                return head;
            }

            _ = await RevertStage.RunAsync(rows, head, clock, cancellationToken);
        }
    }
}
