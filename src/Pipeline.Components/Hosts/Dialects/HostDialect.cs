using Pipeline.Components.Hosts.Diagnostics;

namespace Pipeline.Components.Hosts.Dialects;

/// <summary>How a host is told things: values in, lines of its log out. Groups are the engine's to write.</summary>
public abstract class HostDialect
{
    /// <summary>Lines that make the host mask a text wherever it is printed.</summary>
    public virtual IEnumerable<string> Mask(string text) => [];

    /// <summary>The line that shows a diagnostic at its place in the sources; null where the host has no such thing.</summary>
    public virtual string? Annotate(Diagnostic diagnostic) => null;

    /// <summary>The line that says how far a run is; null where the host has no such thing.</summary>
    /// <param name="done">Targets that are over.</param>
    /// <param name="all">All targets of the plan.</param>
    /// <param name="running">The target that starts now.</param>
    public virtual string? Progress(int done, int all, string running) => null;

    /// <summary>The line that hands a value to later steps and jobs; null where that is done by a file, or not at all.</summary>
    public virtual string? SetOutput(string name, string value) => null;

    /// <summary>The line that adds a Markdown file to the page of the run; null where that is done by a file, or not at all.</summary>
    public virtual string? UploadSummary(string file) => null;
}
