namespace Pipeline.Core.Rollouts;

/// <summary>How often an executor looks at what a rollout waits for.</summary>
public static class RolloutPace
{
    /// <summary>Between two looks at pods, route and Services.</summary>
    public static TimeSpan Poll { get; } = TimeSpan.FromMilliseconds(200);

    /// <summary>Between two looks at the traffic of a stage.</summary>
    public static TimeSpan Look { get; } = TimeSpan.FromMilliseconds(500);
}
