using Nuke.Common;
using Nuke.Common.IO;
using Pipeline.Components.Evidence;
using Serilog;

namespace Pipeline.Components.Explain;

/// <summary>Explains rollouts by what was recorded of their decisions.</summary>
public interface IExplain : IHazEvidence
{
    /// <summary>Identifier of the rollout to explain.</summary>
    [Parameter("Rollout to explain, for example user-service-production-2; the latest one without it")]
    string? Rollout => TryGetValue(() => Rollout);

    /// <summary>Whether the decisions are made again from their records.</summary>
    [Parameter("Judges the recorded numbers again, and fails unless every verdict is the same")]
    bool Replay => TryGetValue<bool?>(() => Replay) ?? false;

    /// <summary>Where the records are.</summary>
    [Parameter("Folder with evidence, or a journal, of this machine or another one; default artifacts/evidence")]
    AbsolutePath EvidencePath => TryGetValue(() => EvidencePath) ?? ArtifactsDirectory / "evidence";

    Target Explain =>
        _ =>
            _.Description("Explains each decision of a rollout by its numbers; --replay judges them again")
                .Executes(() =>
                {
                    var explainer = new RolloutExplainer(new JournalArchive(EvidencePath).Of(Rollout));
                    foreach (var line in Replay ? explainer.Replay() : explainer.Explain())
                        Log.Information("{Line:l}", line);
                });
}
