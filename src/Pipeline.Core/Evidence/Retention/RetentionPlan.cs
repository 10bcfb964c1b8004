using System.Collections.Immutable;

namespace Pipeline.Core.Evidence.Retention;

/// <summary>What is to be done with each image of a registry, newest first.</summary>
public sealed record RetentionPlan(ImmutableArray<RetentionPlan.Entry> Entries)
{
    // The one that serves, and the one that a rollback goes back to.
    private const int DeploymentsKept = 2;

    /// <summary>The images to remove.</summary>
    public IEnumerable<StoredImage> Removed =>
        Entries.Where(entry => entry.Reasons.IsEmpty).Select(entry => entry.Image);

    /// <summary>Decides which images stay: those that environments serve or would go back to, the newest, and the young.</summary>
    /// <param name="images">All images.</param>
    /// <param name="environments">Names of the environments, which are also the tags of what they serve.</param>
    /// <param name="rules">How many and how long.</param>
    /// <param name="now">The time.</param>
    public static RetentionPlan Of(
        IEnumerable<StoredImage> images,
        ImmutableArray<string> environments,
        RetentionRules rules,
        DateTimeOffset now
    )
    {
        var newest = images.OrderByDescending(image => image.Created).ThenBy(image => image.Digest).ToImmutableArray();
        return new RetentionPlan([
            .. newest.Select(
                (image, rank) => new Entry(image, [.. Reasons(image, rank, newest, environments, rules, now)])
            ),
        ]);
    }

    /// <summary>The plan for people, a line for each image.</summary>
    public IEnumerable<string> Describe() => Entries.Select(entry => entry.ToString());

    private static IEnumerable<string> Reasons(
        StoredImage image,
        int rank,
        ImmutableArray<StoredImage> newest,
        ImmutableArray<string> environments,
        RetentionRules rules,
        DateTimeOffset now
    )
    {
        foreach (var environment in environments)
        {
            if (image.Tags.Contains(environment))
                yield return $"deployed to {environment}";
            else if (LastDeployedTo(environment, newest).Contains(image))
                yield return $"a rollback of {environment} goes back to it";
        }

        if (rank < rules.Last)
            yield return $"one of the last {rules.Last}";
        if (now - image.Created <= rules.Within)
            yield return FormattableString.Invariant($"not older than {rules.Within.TotalDays:0.#} days");
    }

    private static IEnumerable<StoredImage> LastDeployedTo(string environment, ImmutableArray<StoredImage> images) =>
        images
            .Where(image => image.Deployed.ContainsKey(environment))
            .OrderByDescending(image => image.Deployed[environment])
            .Take(DeploymentsKept);

    /// <summary>An image and why it stays; without a reason it goes.</summary>
    public sealed record Entry(StoredImage Image, ImmutableArray<string> Reasons)
    {
        /// <inheritdoc/>
        public override string ToString()
        {
            var name = $"{Image.Digest[..19]} {string.Join(' ', Image.Tags)}".TrimEnd();
            var made = FormattableString.Invariant($"{Image.Created.UtcDateTime:yyyy-MM-dd}");
            return Reasons.IsEmpty
                ? $"remove {name}, made {made}"
                : $"keep   {name}, made {made}: {string.Join(", ", Reasons)}";
        }
    }
}
