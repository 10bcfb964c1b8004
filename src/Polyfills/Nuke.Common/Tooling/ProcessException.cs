using System.Text;
using Nuke.Common.Execution;

namespace Nuke.Common.Tooling;

/// <summary>A process failed; the message shows its redacted command line and the last lines of its error output.</summary>
public class ProcessException : Exception
{
    private const int LastLines = 20;

    public ProcessException(IProcess process)
        : this(process, $"exited with code {process.ExitCode}") { }

    internal ProcessException(IProcess process, string what)
        : base(Describe(process, what)) => ExitCode = process.ExitCode;

    public int ExitCode { get; }

    private static string Describe(IProcess process, string what)
    {
        var errors = process.Output.Where(line => line.Type == OutputType.Err).ToList();
        var shown = (errors.Count > 0 ? errors : process.Output).TakeLast(LastLines).ToList();

        var text = new StringBuilder($"Process '{Path.GetFileNameWithoutExtension(process.FileName)}' {what}.")
            .AppendLine()
            .AppendLine($"   > {process.FileName} {process.Arguments}".TrimEnd())
            .Append($"   @ {process.WorkingDirectory}");
        if (shown.Count > 0)
            text.AppendLine().Append($"   Last lines of its {(errors.Count > 0 ? "error output" : "output")}:");
        foreach (var line in shown)
            text.AppendLine().Append($"      {line.Text}");

        // A message is written to more places than the console, which is guarded.
        return BuildRun.Current.Secrets.Redact(text.ToString());
    }
}
