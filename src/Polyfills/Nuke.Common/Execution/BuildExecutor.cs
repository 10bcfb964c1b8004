using Serilog;

namespace Nuke.Common.Execution;

/// <summary>Runs the targets of a plan one after the other.</summary>
internal sealed class BuildExecutor(NukeBuild build, BuildRun run, BuildExtensions extensions)
{
    private bool stopped;
    private long started;

    public void Execute(IReadOnlyList<ExecutableTarget> plan, BuildAttempt attempt)
    {
        foreach (var target in plan)
        {
            if (target.Status == ExecutionStatus.Skipped)
                NotifySkipped(target);
        }

        foreach (var target in plan)
        {
            if (target.Status == ExecutionStatus.Scheduled)
                Execute(target);
            if (target.Status == ExecutionStatus.Succeeded)
                attempt.Record(target);
        }
    }

    private void Execute(ExecutableTarget target)
    {
        if (target.Actions.Count == 0)
        {
            target.Status = ExecutionStatus.Collective;
            return;
        }

        if (stopped && !target.AssuredAfterFailure)
        {
            target.Status = ExecutionStatus.NotRun;
            return;
        }

        run.Log.Target = target.Name;
        started = run.Time.GetTimestamp();
        using (run.Host.WriteBlock(target.Name))
        {
            try
            {
                Run(target);
            }
            catch (Exception exception)
            {
                Fail(target, exception);
            }
        }

        run.Log.Target = null;
    }

    private void Run(ExecutableTarget target)
    {
        if (TargetSkipping.FalseConditions(target.DynamicConditions) is { } condition)
        {
            target.OnlyWhen = condition;
            target.Status = ExecutionStatus.Skipped;
            Log.Information("Skipped: {Condition} is false", condition);
            NotifySkipped(target);
            return;
        }

        target.Status = ExecutionStatus.Running;
        build.OnTargetRunning(target.Name);
        extensions.Notify<IOnTargetRunning>(x => x.OnTargetRunning(target));

        foreach (var action in target.Actions)
            action();

        End(target, ExecutionStatus.Succeeded);
        build.OnTargetSucceeded(target.Name);
        extensions.Notify<IOnTargetSucceeded>(x => x.OnTargetSucceeded(target));
    }

    private void Fail(ExecutableTarget target, Exception exception)
    {
        var cancelled = exception is OperationCanceledException;
        End(target, cancelled ? ExecutionStatus.Aborted : ExecutionStatus.Failed);
        target.Remark(cancelled ? "Aborted" : "Failed", exception);
        stopped |= cancelled || !target.ProceedAfterFailure;

        Log.Error(exception, "{Reason}", exception.Message);
        try
        {
            build.OnTargetFailed(target.Name);
            extensions.Notify<IOnTargetFailed>(x => x.OnTargetFailed(target));
        }
        catch (Exception followUp)
        {
            // What failed first is what has to be read; a hook that stumbles over it must not hide it.
            Log.Error(followUp, "{Reason}", followUp.Message);
        }
    }

    private void End(ExecutableTarget target, ExecutionStatus status)
    {
        target.Status = status;
        target.Duration = run.Time.GetElapsedTime(started);
    }

    private void NotifySkipped(ExecutableTarget target)
    {
        build.OnTargetSkipped(target.Name);
        extensions.Notify<IOnTargetSkipped>(x => x.OnTargetSkipped(target));
    }
}
