namespace Nuke.Common.Execution;

/// <summary>Prints how each target and the whole build ended.</summary>
internal static class SummaryTable
{
    /// <summary>One line per target that has something to do: name, status, duration, and what there is to say.</summary>
    public static void Write(INukeBuild build, TextWriter output)
    {
        var targets = build.ExecutionPlan.Where(x => x.Status != ExecutionStatus.Collective).ToList();
        if (targets.Count == 0)
            return;

        var width = Math.Max("Target".Length, targets.Max(x => x.Name.Length));
        var line = new string('-', width + 24);
        output.WriteLine();
        output.WriteLine($"{"Target".PadRight(width)}  {"Status", -10}  {"Duration", 10}");
        output.WriteLine(line);
        foreach (var target in targets)
            output.WriteLine(Row(target, width));
        output.WriteLine(line);

        var total = targets.Aggregate(TimeSpan.Zero, (sum, target) => sum + target.Duration);
        output.WriteLine($"{"Total".PadRight(width)}  {"", -10}  {Durations.Text(total), 10}");
    }

    /// <summary>The last line.</summary>
    public static void WriteOutcome(INukeBuild build, TextWriter output)
    {
        var style = BuildRun.Of(build).Style;
        output.WriteLine();
        output.WriteLine(build.IsSucceeding ? style.Success("Build succeeded.") : style.Error("Build failed."));
    }

    private static string Row(ExecutableTarget target, int width)
    {
        var ran = target.Status is ExecutionStatus.Succeeded or ExecutionStatus.Failed or ExecutionStatus.Aborted;
        var style = BuildRun.Current.Style;
        var status = target.Status.ToString().PadRight(10);
        var painted = target.Status switch
        {
            ExecutionStatus.Succeeded => style.Success(status),
            ExecutionStatus.Failed or ExecutionStatus.Aborted => style.Error(status),
            ExecutionStatus.NotRun => style.Warning(status),
            _ => style.Faint(status),
        };
        var duration = ran ? Durations.Text(target.Duration) : "";
        return $"{target.Name.PadRight(width)}  {painted}  {duration, 10}  {Remarks(target)}".TrimEnd();
    }

    private static string Remarks(ExecutableTarget target)
    {
        var remarks = new List<string>();
        if (target.OnlyWhen != null)
            remarks.Add($"OnlyWhen: {target.OnlyWhen}");
        if (target.Skipped != null)
            remarks.Add($"Skipped: {target.Skipped}");
        remarks.AddRange(target.SummaryInformation.Select(x => $"{x.Key}: {x.Value}"));
        return remarks.Count == 0 ? "" : "// " + string.Join("; ", remarks);
    }
}
