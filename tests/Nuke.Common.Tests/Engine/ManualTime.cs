namespace NukeCommon.Tests.Engine;

/// <summary>A clock that stands still until a target moves it.</summary>
internal sealed class ManualTime : TimeProvider
{
    TimeSpan _elapsed;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp() => _elapsed.Ticks;

    public override DateTimeOffset GetUtcNow() => DateTimeOffset.UnixEpoch + _elapsed;

    public void Advance(TimeSpan duration) => _elapsed += duration;
}
