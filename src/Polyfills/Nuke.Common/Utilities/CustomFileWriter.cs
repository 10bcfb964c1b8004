namespace Nuke.Common.Utilities;

/// <summary>Writes a configuration file line by line, indented by blocks.</summary>
public class CustomFileWriter(StreamWriter streamWriter, int indentationFactor, string commentPrefix)
{
    private int indentation;

    /// <summary>Writes a line at the present indentation; an empty one without any.</summary>
    public void WriteLine(string text = null) =>
        streamWriter.WriteLine(
            string.IsNullOrEmpty(text) ? "" : new string(' ', indentation * indentationFactor) + text
        );

    /// <summary>Writes a comment.</summary>
    public void WriteComment(string text = null) => WriteLine($"{commentPrefix} {text}".TrimEnd());

    /// <summary>Lets another function write.</summary>
    public void Write(Action<CustomFileWriter> writer) => writer(this);

    /// <summary>Indents what follows until the result is disposed.</summary>
    public IDisposable Indent() => DelegateDisposable.CreateBracket(() => indentation++, () => indentation--);
}
