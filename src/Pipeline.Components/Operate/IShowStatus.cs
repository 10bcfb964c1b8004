using Nuke.Common;
using Pipeline.Core.Rollouts.Status;

namespace Pipeline.Components.Operate;

/// <summary>Shows what the environments look like.</summary>
public interface IShowStatus : IOperate
{
    /// <summary>Whether to go on looking.</summary>
    [Parameter("Status: shows it again whenever it changes, until Ctrl+C")]
    bool Watch => TryGetValue<bool?>(() => Watch) ?? false;

    /// <summary>Whether a program reads it.</summary>
    [Parameter("Status: prints JSON, and writes it to artifacts/status.json")]
    bool Json => TryGetValue<bool?>(() => Json) ?? false;

    Target Status =>
        _ =>
            _.Description("Shows rollout, tracks, pods, weights and verdicts of the environments")
                .Executes(async () =>
                {
                    var stop = RunState.Of(this).Signals.Token;
                    var cluster = await ConnectAsync(stop);
                    var view = new StatusView(
                        [
                            .. Service
                                .Environments.Where(each => Environment is null || each.Name == Environment)
                                .Select(each => OperationsOn(cluster, each)),
                        ],
                        Json ? StatusJson.Write : StatusText.Of,
                        TimeProvider.System
                    );
                    await view.ShowAsync(Watch, Json ? ArtifactsDirectory / "status.json" : null, stop);
                });
}
