namespace Nuke.Common.Execution;

/// <summary>Colours of the terminal, or none.</summary>
internal sealed class Style(bool colours)
{
    public string Heading(string text) => $"{Paint("1;36", "==")} {Paint("1", text)}";

    public string Success(string text) => Paint("32", text);

    public string Warning(string text) => Paint("33", text);

    public string Error(string text) => Paint("31", text);

    public string Faint(string text) => Paint("2", text);

    private string Paint(string code, string text) => colours ? $"\u001b[{code}m{text}\u001b[0m" : text;
}
