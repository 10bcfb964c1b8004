using Nuke.Common;
using Pipeline.Core.Rollouts;

namespace Pipeline.Components.Operate;

/// <summary>Holds, resumes, promotes, aborts, retries and undoes rollouts, also while another process executes them.</summary>
public interface IControlRollout : IOperate
{
    /// <summary>Whether no stage is judged any more.</summary>
    [Parameter("Promote: leaves out the judgement of all stages, not only of the current one")]
    bool Full => TryGetValue<bool?>(() => Full) ?? false;

    /// <summary>Number of a revision in the history.</summary>
    [Parameter("Undo: number of the revision to return to, as Status lists it; default is the one before")]
    int? To => TryGetValue<int?>(() => To);

    Target Hold =>
        _ =>
            _.Description("Keeps a rollout at its weight until Resume")
                .Executes(() => OperateAsync((rollout, who, stop) => rollout.AskAsync(RequestKind.Hold, who, stop)));

    Target Resume =>
        _ =>
            _.Description("Goes on with a rollout that was held, or whose run died")
                .Executes(() => OperateAsync((rollout, who, stop) => rollout.ResumeAsync(who, stop)));

    Target Promote =>
        _ =>
            _.Description("Leaves the current stage without judging it further; --full all of them")
                .Executes(() =>
                    OperateAsync(
                        (rollout, who, stop) =>
                            rollout.AskAsync(Full ? RequestKind.PromoteFully : RequestKind.Promote, who, stop)
                    )
                );

    Target Abort =>
        _ =>
            _.Description("Sends all traffic back to the version before")
                .Executes(() => OperateAsync((rollout, who, stop) => rollout.AskAsync(RequestKind.Abort, who, stop)));

    Target Retry =>
        _ =>
            _.Description("Rolls out the version again that did not make it")
                .Executes(() => OperateAsync((rollout, who, stop) => rollout.Redeployment.RetryAsync(who, stop)));

    Target Undo =>
        _ =>
            _.Description("Returns to the version before, or with --to N to any that is kept")
                .Executes(() =>
                    OperateAsync((rollout, who, stop) => rollout.Redeployment.UndoAsync(To, who, HasImage, stop))
                );

    // What a remote registry holds is for the node to find out.
    private bool HasImage(Core.Environments.Revision revision) =>
        !UsesEmbeddedCluster
        || File.Exists(RegistryDirectory / "blobs" / "sha256" / revision.ImageDigest["sha256:".Length..]);
}
