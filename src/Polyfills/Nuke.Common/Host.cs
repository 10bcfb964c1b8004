using Nuke.Common.Execution;
using Nuke.Common.Utilities;

namespace Nuke.Common;

/// <summary>The terminal or CI service that a build runs on; it decides how the outline of a run is printed.</summary>
public class Host
{
    /// <summary>Only hosts are made; the base has nothing of its own.</summary>
    protected Host() { }

    internal static TextWriter Out => BuildRun.Current.Output;

    /// <summary>Prints the header of a target; disposing ends the target's block.</summary>
    protected internal virtual IDisposable WriteBlock(string text)
    {
        Out.WriteLine();
        Out.WriteLine(BuildRun.Current.Style.Heading(text));
        return DelegateDisposable.CreateBracket(() => { }, () => { });
    }

    /// <summary>Tells the host of a warning.</summary>
    protected internal virtual void ReportWarning(string text, string details = null) { }

    /// <summary>Tells the host of an error.</summary>
    protected internal virtual void ReportError(string text, string details = null) { }

    /// <summary>Whether a message is left out of the log.</summary>
    protected internal virtual bool FilterMessage(string message) => false;

    /// <summary>Repeats the warnings and errors of the run.</summary>
    protected internal virtual void WriteErrorsAndWarnings() => BuildRun.Current.Log.WriteProblems();

    /// <summary>Prints the table of targets.</summary>
    protected internal virtual void WriteTargetOutcome(INukeBuild build) => SummaryTable.Write(build, Out);

    /// <summary>Prints how the build ended.</summary>
    protected internal virtual void WriteBuildOutcome(INukeBuild build) => SummaryTable.WriteOutcome(build, Out);
}
