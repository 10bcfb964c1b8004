using System.Text;

namespace Nuke.Common.Execution;

/// <summary>Passes text on without secrets, also those that arrive in pieces.</summary>
internal sealed class SecretWriter(TextWriter inner, Secrets secrets) : TextWriter
{
    private readonly Lock gate = new();
    private string held = "";

    public override Encoding Encoding => inner.Encoding;

    public override void Write(char value) => Write([value]);

    public override void Write(string value) => Write(value.AsSpan());

    public override void Write(char[] buffer, int index, int count) => Write(buffer.AsSpan(index, count));

    public override void Write(ReadOnlySpan<char> buffer)
    {
        lock (gate)
        {
            if (secrets.Any)
                Pass(buffer, complete: false);
            else
                inner.Write(buffer);
        }
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

    /// <summary>Flushes what is known to hold no secret.</summary>
    public override void Flush()
    {
        lock (gate)
            inner.Flush();
    }

    private void Pass(ReadOnlySpan<char> text, bool complete)
    {
        var redacted = new StringBuilder();
        held = secrets.Redact(string.Concat(held, text), redacted, complete).ToString();
        inner.Write(redacted);
    }
}
