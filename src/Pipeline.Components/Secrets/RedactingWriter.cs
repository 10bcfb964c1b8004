using System.Text;

namespace Pipeline.Components.Secrets;

/// <summary>Passes text on without the known secrets, also those that arrive in pieces.</summary>
internal sealed class RedactingWriter(TextWriter inner) : TextWriter
{
    private readonly Lock gate = new();
    private string held = "";

    /// <inheritdoc/>
    public override Encoding Encoding => inner.Encoding;

    /// <inheritdoc/>
    public override void Write(char value) => Write([value]);

    /// <inheritdoc/>
    public override void Write(string? value) => Write(value.AsSpan());

    /// <inheritdoc/>
    public override void Write(char[] buffer, int index, int count) => Write(buffer.AsSpan(index, count));

    /// <inheritdoc/>
    public override void Write(ReadOnlySpan<char> buffer)
    {
        lock (gate)
            Pass(buffer, complete: false);
    }

    /// <summary>Passes on what was held back because it might have been the start of a secret.</summary>
    public void Complete()
    {
        lock (gate)
        {
            Pass([], complete: true);
            inner.Flush();
        }
    }

    /// <inheritdoc/>
    public override void Flush()
    {
        lock (gate)
            inner.Flush();
    }

    private void Pass(ReadOnlySpan<char> text, bool complete)
    {
        var redacted = new StringBuilder(text.Length);
        held = KnownSecrets.Redaction.Apply(string.Concat(held, text), redacted, complete).ToString();
        inner.Write(redacted);
    }
}
