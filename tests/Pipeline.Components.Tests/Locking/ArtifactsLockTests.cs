using Pipeline.Components.Locking;

namespace Pipeline.Components.Tests.Locking;

public sealed class ArtifactsLockTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void The_second_run_is_told_who_holds_the_lock()
    {
        var path = Path.Combine(folder.Path, "artifacts.lock");
        using var first = ArtifactsLock.Acquire(path, new LockHolder(4711, DateTimeOffset.UnixEpoch, "Ship"));

        var refusal = Assert.Throws<ArtifactsInUseException>(() =>
            ArtifactsLock.Acquire(path, new LockHolder(4712, DateTimeOffset.UnixEpoch, "Test"))
        );

        Assert.Equal(4711, refusal.Holder?.ProcessId);
        Assert.Contains("process 4711, 'Ship'", refusal.Message);
    }

    [Fact]
    public void A_lock_that_was_let_go_can_be_taken_again()
    {
        var path = Path.Combine(folder.Path, "artifacts.lock");

        ArtifactsLock.Acquire(path, new LockHolder(1, DateTimeOffset.UnixEpoch, "Ship")).Dispose();
        using var second = ArtifactsLock.Acquire(path, new LockHolder(2, DateTimeOffset.UnixEpoch, "Test"));

        Assert.NotNull(second);
    }
}
