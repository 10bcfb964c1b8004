namespace Pipeline.Core.Evidence.Retention;

/// <summary>Which images a registry keeps whether or not they are deployed.</summary>
/// <param name="Last">How many of the newest; at least 1.</param>
/// <param name="Within">All that are not older than this.</param>
public sealed record RetentionRules(int Last, TimeSpan Within)
{
    /// <summary>What is wrong with the rules, a sentence each.</summary>
    public IEnumerable<string> Problems()
    {
        if (Last < 1)
            yield return $"--keep-last is {Last}: at least 1 image is kept";
        if (Within < TimeSpan.Zero)
            yield return $"--keep-days is {Within.TotalDays:0}: it must not be negative";
    }
}
