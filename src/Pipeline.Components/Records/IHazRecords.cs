using Nuke.Common;
using Nuke.Components;
using Serilog;

namespace Pipeline.Components.Records;

/// <summary>Keeps a record of each target's success, so that unchanged work is not done again.</summary>
public interface IHazRecords : IHazArtifacts
{
    /// <summary>Whether targets run again although their inputs did not change.</summary>
    [Parameter("Runs targets again although their inputs did not change")]
    bool Force => TryGetValue<bool?>(() => Force) ?? false;

    /// <summary>Does the work of a target unless a record says that it was done with the same inputs; a CI host never relies on one.</summary>
    /// <param name="target">Name of the target.</param>
    /// <param name="inputs">What the result depends on.</param>
    /// <param name="work">The work; it fails by an exception.</param>
    void DoOnce(string target, TargetInputs inputs, Action work)
    {
        if (WhenChanged(target, inputs) is not { } hash)
            return;
        work();
        Remember(target, inputs, hash);
    }

    /// <inheritdoc cref="DoOnce"/>
    async Task DoOnceAsync(string target, TargetInputs inputs, Func<Task> work)
    {
        if (WhenChanged(target, inputs) is not { } hash)
            return;
        await work();
        Remember(target, inputs, hash);
    }

    // The hash to remember after the work; null when there is nothing to do.
    private InputHash? WhenChanged(string target, TargetInputs inputs)
    {
        RunState.Of(this).LockArtifacts(this);
        var hash = inputs.Hash(RootDirectory);
        if (IsLocalBuild && !Force && RecordOf(target).Matching(RootDirectory, hash) is { } record)
        {
            Log.Information("up to date since {At:HH:mm}, same inputs", record.At.ToLocalTime());
            return null;
        }

        RecordOf(target).Delete();
        return hash;
    }

    private void Remember(string target, TargetInputs inputs, InputHash hash) =>
        RecordOf(target).Write(new TargetRecord(target, hash, TimeProvider.System.GetUtcNow(), inputs.Products));

    private RecordFile RecordOf(string target) => new(ArtifactsDirectory / "records" / $"{target}.json");
}
