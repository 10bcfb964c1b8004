using Nuke.Common;
using Pipeline.Components.Evidence;
using Pipeline.Core.Evidence.Retention;
using Pipeline.Images;
using Pipeline.Images.Registries;
using Serilog;

namespace Pipeline.Components.Package;

/// <summary>Removes images from the registry that nobody needs any more.</summary>
public interface ICleanRegistry : IHazEvidence, IHazApply
{
    /// <summary>How many of the newest images stay.</summary>
    [Parameter("How many of the newest images CleanRegistry keeps; default 10")]
    int KeepLast => TryGetValue<int?>(() => KeepLast) ?? 10;

    /// <summary>For how many days every image stays.</summary>
    [Parameter("For how many days CleanRegistry keeps every image; default 30")]
    int KeepDays => TryGetValue<int?>(() => KeepDays) ?? 30;

    Target CleanRegistry =>
        _ =>
            _.Description("Removes old images from the registry: prints its plan, and acts with --apply only")
                .Executes(() => CleanAsync(RunState.Of(this).Signals.Token));

    private async Task CleanAsync(CancellationToken stop)
    {
        RunState.Of(this).LockArtifacts(this);
        var rules = new RetentionRules(KeepLast, TimeSpan.FromDays(KeepDays));
        if (rules.Problems().ToList() is { Count: > 0 } problems)
            throw new ArgumentException(string.Join('\n', problems));

        var registry = await OpenRegistryAsync(stop);
        var evidence = await OpenEvidenceAsync(stop);
        var now = TimeProvider.System.GetUtcNow();
        var images = await registry.ImagesAsync(digest => evidence.ReadAsync($"{digest}", stop), stop);
        var plan = RetentionPlan.Of(
            images,
            [.. Service.Environments.Select(environment => environment.Name)],
            rules,
            now
        );
        foreach (var line in plan.Describe())
            Log.Information("{Line:l}", line);
        if (Apply)
            await CarryOutAsync(plan, registry, now, stop);
        else if (plan.Removed.Any())
            Log.Information("nothing is removed without --apply");
    }

    private static async Task CarryOutAsync(
        RetentionPlan plan,
        IImageRegistry registry,
        DateTimeOffset now,
        CancellationToken stop
    )
    {
        foreach (var image in plan.Removed)
            await registry.RemoveAsync(Digest.Parse(image.Digest), stop);
        Log.Information("{Count} images removed from {Registry:l}", plan.Removed.Count(), registry.Location);
        // A remote registry frees the room itself, when its garbage is collected.
        if (registry is LayoutRegistry embedded)
            Log.Information(
                "{Megabytes:0.0} MB are free again",
                await embedded.RemoveUnneededBlobsAsync(now, stop) / 1e6
            );
    }
}
