using System.Runtime.CompilerServices;
using System.Text;
using Nuke.Common.IO;
using Nuke.Common.Utilities;

namespace Nuke.Common.Tooling;

/// <summary>
/// A command line written as an interpolated string: each value becomes one argument, quoted where needed, and an
/// empty one vanishes; <c>{value:r}</c> is redacted wherever it is shown, <c>{value:nq}</c> is inserted as it stands.
/// </summary>
[InterpolatedStringHandler]
public ref struct ArgumentStringHandler
{
    private const string Redacted = "r";
    private const string NotQuoted = "nq";

    private readonly StringBuilder text;
    private readonly List<string> secrets = [];

    public ArgumentStringHandler(int literalLength, int formattedCount, out bool handlerIsValid)
    {
        text = new StringBuilder(literalLength);
        handlerIsValid = true;
    }

    /// <summary>A command line that is inserted as it stands.</summary>
    public static implicit operator ArgumentStringHandler(string value) => $"{value:nq}";

    public void AppendLiteral(string value) => text.Append(value);

    /// <summary>Appends one argument; an argument has no alignment.</summary>
    public void AppendFormatted(object obj, int alignment = 0, string format = null)
    {
        if (obj is IAbsolutePathHolder holder)
        {
            text.Append(holder.Path.ToString(format ?? "dn"));
            return;
        }

        var value =
            obj is IFormattable formattable && format is not (Redacted or NotQuoted)
                ? formattable.ToString(format, formatProvider: null)
                : obj?.ToString() ?? "";
        if (format == Redacted)
            secrets.Add(value);

        text.Append(format == NotQuoted ? value : value.DoubleQuoteIfNeeded());
    }

    /// <summary>Appends one argument per path.</summary>
    public void AppendFormatted(IEnumerable<IAbsolutePathHolder> paths, int alignment = 0, string format = null) =>
        text.Append(paths.Select(holder => holder.Path.ToString(format ?? "dn")).JoinSpace());

    public string ToStringAndClear()
    {
        var result = text.ToString();
        text.Clear();
        return result;
    }

    /// <summary>Replaces the redacted values in any text.</summary>
    public Func<string, string> GetFilter() => Redaction.Of(secrets);
}
