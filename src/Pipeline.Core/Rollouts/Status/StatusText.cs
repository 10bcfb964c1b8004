using Pipeline.Core.Environments;

namespace Pipeline.Core.Rollouts.Status;

/// <summary>The status of an environment as a tree.</summary>
public static class StatusText
{
    /// <summary>The trees of several environments, one below the other.</summary>
    public static string Of(IReadOnlyList<EnvironmentStatus> environments) =>
        string.Join('\n', environments.SelectMany(Tree));

    /// <summary>A line per environment, rollout, verdict, request, track and pod.</summary>
    public static IEnumerable<string> Tree(this EnvironmentStatus status)
    {
        yield return status.Environment;
        var branches = new List<IReadOnlyList<string>> { RolloutLines(status).ToList() };
        branches.AddRange(status.Tracks.Select(track => TrackLines(track).ToList()));
        if (!status.History.IsEmpty)
            branches.Add([.. HistoryLines(status)]);
        foreach (var line in Joined(branches))
            yield return line;
    }

    private static IEnumerable<string> RolloutLines(EnvironmentStatus status)
    {
        if (status.Rollout is not { } state)
        {
            yield return "no rollout yet";
            yield break;
        }

        var plan = state.Plan;
        yield return $"{plan.Id}: {plan.Strategy}, {plan.From?.Short ?? "nothing"} -> {plan.To.Short}";
        var details = new List<string> { PhaseOf(state, status.At) };
        if (status.Executor is { } executor)
            details.Add(
                $"executed by {executor.Name}{(executor.Since is { } since ? $" since {since:HH:mm:ss} UTC" : "")}"
            );
        else if (state.IsUnderWay)
            details.Add("nobody executes it: the next run or ./build.sh Resume goes on");
        details.AddRange(state.Verdicts.Select(verdict => $"at {verdict.Weight}: {verdict.Sentence}"));
        details.AddRange(
            state.Requests.Select(request => $"{request.At:HH:mm:ss} UTC {request.Kind} by {request.Author}")
        );
        foreach (var line in Joined(details.Select(detail => new[] { detail })))
            yield return line;
    }

    private static string PhaseOf(RolloutState state, DateTimeOffset now)
    {
        var seconds = Math.Max(0, (now - state.PhaseSince).TotalSeconds);
        return state switch
        {
            { Phase: RolloutPhase.Judging } =>
                $"stage {state.Stage + 1} of {state.Plan.Stages.Length}, {state.CurrentStage.Weight}: judging for {seconds:0} s of at most {state.CurrentStage.MaximumDuration?.TotalSeconds:0} s",
            { Phase: RolloutPhase.Standby } =>
                $"{RolloutPhase.Standby}: a rollback is one write until {state.StandbyUntil:HH:mm} UTC",
            { Phase: RolloutPhase.Finished } => $"{RolloutPhase.Finished}: {state.Conclusion()}",
            _ => $"{state.Phase} for {seconds:0} s{(state.Reason is { } reason ? $": {reason}" : "")}",
        };
    }

    private static IEnumerable<string> TrackLines(TrackStatus track)
    {
        var name = $"track {track.Track.Label()}{(track.IsFront ? ", active" : "")}";
        yield return track.Revision is { } revision
            ? $"{name}: {(track.Weight is { } weight ? $"{weight} of the traffic" : "no route")}, {revision.Short}, {track.Ready} of {track.Desired} pods ready"
            : $"{name}: empty";
        foreach (var line in Joined(track.Pods.Select(pod => new[] { PodLine(pod) })))
            yield return line;
    }

    private static string PodLine(PodStatus pod)
    {
        var restarts = pod.Restarts == 0 ? "" : $", {pod.Restarts} {(pod.Restarts == 1 ? "restart" : "restarts")}";
        var trouble = pod.Trouble is null ? "" : $": {pod.Trouble}";
        return $"{pod.Name} {(pod.IsReady ? "ready" : "not ready")}{restarts}{trouble}";
    }

    private static IEnumerable<string> HistoryLines(EnvironmentStatus status)
    {
        yield return "can be returned to with ./build.sh Undo --to N";
        var kept = status.History.Select(entry => new[] { $"{entry.Number}  {entry.Revision.Short}  {entry.Version}" });
        foreach (var line in Joined(kept))
            yield return line;
    }

    // The first line of a branch hangs on the trunk, the others below it.
    private static IEnumerable<string> Joined(IEnumerable<IReadOnlyList<string>> branches)
    {
        var all = branches.ToList();
        foreach (var (i, branch) in all.Index())
        foreach (var (line, text) in branch.Index())
        {
            var isLast = i == all.Count - 1;
            yield return (line == 0, isLast) switch
            {
                (true, true) => $"└─ {text}",
                (true, false) => $"├─ {text}",
                (false, true) => $"   {text}",
                (false, false) => $"│  {text}",
            };
        }
    }
}
