using AgentFunctions.Decisions.Facts;
using CsCheck;

namespace AgentFunctions.Tests.Decisions;

public sealed class SharedReadsTests
{
    [Fact]
    public async Task Nobody_joins_a_read_that_was_under_way_when_they_arrived()
    {
        var storage = new ControlledReads { Stored = 1 };
        var first = storage.Ask();
        storage.Stored = 2;
        var second = storage.Ask();

        storage.Answer(0);
        (await first).ShouldBe(1);
        second.IsCompleted.ShouldBeFalse();
        storage.Answer(1);
        (await second).ShouldBe(2);
    }

    [Fact]
    public async Task Who_arrived_before_a_read_started_takes_part_in_it()
    {
        var storage = new ControlledReads { Stored = 1 };
        var arrived = storage.Reads.Arrive();
        var first = storage.Ask();
        var second = storage.Ask(arrived);

        storage.Answer(0);
        (await first).ShouldBe(1);
        (await second).ShouldBe(1);
        storage.Started.ShouldBe(1);
    }

    [Fact]
    public async Task All_who_wait_share_the_next_read()
    {
        var storage = new ControlledReads();
        var first = storage.Ask();
        var waiting = Enumerable.Range(0, 100).Select(_ => storage.Ask()).ToList();
        storage.Stored = 7;
        storage.Answer(0);
        await first;
        storage.Answer(1);

        (await Task.WhenAll(waiting)).ShouldAllBe(seen => seen == 7);
        storage.Reads.ReadsStarted.ShouldBe(2);
    }

    [Fact]
    public async Task A_fault_reaches_those_who_shared_the_read_and_nobody_else()
    {
        var storage = new ControlledReads { Stored = 5 };
        var arrived = storage.Reads.Arrive();
        var first = storage.Ask();
        var sharer = storage.Ask(arrived);
        var next = storage.Ask();

        storage.Fail(0);
        await Should.ThrowAsync<IOException>(() => first);
        await Should.ThrowAsync<IOException>(() => sharer);
        storage.Answer(1);
        (await next).ShouldBe(5);
    }

    [Fact]
    public async Task Who_stops_waiting_ends_the_read_for_nobody_else()
    {
        var storage = new ControlledReads { Stored = 3 };
        using var patience = new CancellationTokenSource();
        var arrived = storage.Reads.Arrive();
        var gone = storage.Reads.ReadAsync("row", arrived, patience.Token);
        var staying = storage.Ask(arrived);

        await patience.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => gone);
        storage.Answer(0);
        (await staying).ShouldBe(3);
    }

    [Fact]
    public async Task A_read_that_nobody_waits_for_any_more_does_not_start()
    {
        var storage = new ControlledReads { Stored = 3 };
        using var patience = new CancellationTokenSource();
        var first = storage.Ask();
        Task<int>[] gone = [.. Enumerable.Range(0, 3).Select(_ => storage.Reads.ReadAsync("row", storage.Reads.Arrive(), patience.Token))];

        await patience.CancelAsync();
        storage.Answer(0);
        (await first).ShouldBe(3);
        gone.ShouldAllBe(asker => asker.IsCanceled);
        storage.Started.ShouldBe(1);
        var next = storage.Ask();
        storage.Answer(1);
        (await next).ShouldBe(3);
    }

    [Fact]
    public async Task A_read_that_one_of_many_still_waits_for_starts()
    {
        var storage = new ControlledReads { Stored = 3 };
        using var patience = new CancellationTokenSource();
        var first = storage.Ask();
        var gone = storage.Reads.ReadAsync("row", storage.Reads.Arrive(), patience.Token);
        var staying = storage.Ask();

        await patience.CancelAsync();
        storage.Answer(0);
        await first;
        gone.IsCanceled.ShouldBeTrue();
        storage.Answer(1);
        (await staying).ShouldBe(3);
    }

    [Fact]
    public async Task A_reader_that_throws_at_once_is_a_fault_like_any_other_and_the_next_one_reads_again()
    {
        var calls = 0;
        var reads = new SharedReads<string, int>(_ => ++calls == 1 ? throw new IOException("gone") : Task.FromResult(calls));
        await Should.ThrowAsync<IOException>(() => reads.ReadAsync("row", reads.Arrive(), TestContext.Current.CancellationToken));
        (await reads.ReadAsync("row", reads.Arrive(), TestContext.Current.CancellationToken)).ShouldBe(2);
    }

    [Fact]
    public async Task Rows_are_read_apart()
    {
        var reads = new SharedReads<string, string>(Task.FromResult);
        var arrived = reads.Arrive();
        (await reads.ReadAsync("a", arrived, TestContext.Current.CancellationToken)).ShouldBe("a");
        (await reads.ReadAsync("b", arrived, TestContext.Current.CancellationToken)).ShouldBe("b");
    }

    // Steps: arrive, ask for one that arrived, write a newer value, let a read be answered, let a read fail.
    [Fact]
    public Task Whatever_the_interleaving_nobody_sees_a_value_older_than_their_arrival() =>
        Gen.Select(Gen.Int[0, 4], Gen.Int[0, 7]).Array[0, 60].SampleAsync(async steps =>
        {
            var storage = new ControlledReads();
            var arrivals = new List<(long At, int Stored)>();
            var asked = new List<(Task<int> Answer, int AtLeast)>();
            var answered = 0;
            foreach (var (step, which) in steps)
            {
                switch (step)
                {
                    case 0:
                        arrivals.Add((storage.Reads.Arrive(), storage.Stored));
                        break;
                    case 1 when arrivals.Count > 0:
                        var (at, stored) = arrivals[which % arrivals.Count];
                        asked.Add((storage.Ask(at), stored));
                        break;
                    case 2:
                        storage.Stored++;
                        break;
                    case 3 when answered < storage.Started:
                        storage.Answer(answered++);
                        break;
                    case 4 when answered < storage.Started:
                        storage.Fail(answered++);
                        break;
                }
            }

            while (answered < storage.Started)
            {
                storage.Answer(answered++);
            }

            foreach (var (answer, atLeast) in asked)
            {
                try
                {
                    (await answer).ShouldBeGreaterThanOrEqualTo(atLeast);
                }
                catch (IOException)
                {
                    // Denied: never stale.
                }
            }

            storage.Started.ShouldBeLessThanOrEqualTo(asked.Count);
        });
}
