namespace NukeCommon.Tests.Engine;

/// <summary>A clock that stands still until a target moves it.</summary>
internal sealed class ManualTime : TimeProvider
{
    private TimeSpan elapsed;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp() => elapsed.Ticks;

    public override DateTimeOffset GetUtcNow() => DateTimeOffset.UnixEpoch + elapsed;

    public void Advance(TimeSpan duration) => elapsed += duration;
}
