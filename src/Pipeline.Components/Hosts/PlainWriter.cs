using System.Text;

namespace Pipeline.Components.Hosts;

/// <summary>Passes text on without colours, which tools may print although nobody sees them.</summary>
internal sealed class PlainWriter(TextWriter inner) : TextWriter
{
    private const char Escape = '\u001b';

    private readonly Lock gate = new();
    private Position position;

    private enum Position
    {
        Text,
        AfterEscape,
        InSequence,
    }

    /// <inheritdoc/>
    public override Encoding Encoding => inner.Encoding;

    /// <summary>Takes the colours out of the console where it is no terminal, or <c>NO_COLOR</c> is set (https://no-color.org).</summary>
    public static void InstallIfWanted()
    {
        var isUnwanted = Environment.GetEnvironmentVariable("NO_COLOR") is { Length: > 0 };
        if (isUnwanted || Console.IsOutputRedirected)
            Console.SetOut(new PlainWriter(Console.Out));
        if (isUnwanted || Console.IsErrorRedirected)
            Console.SetError(new PlainWriter(Console.Error));
    }

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
        {
            if (position == Position.Text && !buffer.Contains(Escape))
            {
                inner.Write(buffer);
                return;
            }

            var plain = new StringBuilder(buffer.Length);
            foreach (var character in buffer)
            {
                if (IsText(character))
                    plain.Append(character);
            }

            inner.Write(plain);
        }
    }

    /// <inheritdoc/>
    public override void Flush() => inner.Flush();

    // ESC [ parameters, then a letter or another character from @ to ~ (ECMA-48, 5.4).
    private bool IsText(char character)
    {
        var before = position;
        position = (position, character) switch
        {
            (_, Escape) => Position.AfterEscape,
            (Position.AfterEscape, '[') => Position.InSequence,
            (Position.InSequence, < '@' or > '~') => Position.InSequence,
            _ => Position.Text,
        };
        return before == Position.Text && position == Position.Text;
    }
}
