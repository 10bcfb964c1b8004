using System.Globalization;
using System.Text;

namespace Pipeline.Components.Secrets;

/// <summary>The memory from which the process list shows the arguments of this process.</summary>
internal static class CommandLineMemory
{
    // A shorter one may be a part of a path or of another argument.
    private const int ShortestPart = 4;

    /// <summary>Overwrites secrets that were given as arguments, with asterisks; on Linux alone.</summary>
    public static void Erase(IEnumerable<string> secrets)
    {
        if (!OperatingSystem.IsLinux() || ArgumentRange() is not { } range)
            return;

        try
        {
            using var memory = new FileStream(
                "/proc/self/mem",
                FileMode.Open,
                FileAccess.ReadWrite,
                FileShare.ReadWrite,
                0
            );
            var arguments = new byte[range.End - range.Start];
            memory.Seek(range.Start, SeekOrigin.Begin);
            memory.ReadExactly(arguments);
            foreach (var secret in secrets.OrderByDescending(secret => secret.Length))
                Overwrite(arguments, Encoding.UTF8.GetBytes(secret));
            memory.Seek(range.Start, SeekOrigin.Begin);
            memory.Write(arguments);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            // A hardened kernel keeps the file closed; the arguments stay as they are.
        }
    }

    private static void Overwrite(Span<byte> arguments, ReadOnlySpan<byte> secret)
    {
        for (var rest = arguments; rest.IndexOf(secret) is >= 0 and var at; rest = rest[(at + secret.Length)..])
        {
            if (secret.Length >= ShortestPart || IsWholeArgument(rest, at, secret.Length))
                rest.Slice(at, secret.Length).Fill((byte)'*');
        }
    }

    private static bool IsWholeArgument(ReadOnlySpan<byte> arguments, int at, int length) =>
        at > 0
        && arguments[at - 1] is 0 or (byte)'='
        && (at + length == arguments.Length || arguments[at + length] == 0);

    // Fields 48 and 49 of proc(5) stat; the name in field 2 may hold spaces and parentheses.
    private static (long Start, long End)? ArgumentRange()
    {
        var stat = File.ReadAllText("/proc/self/stat");
        var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
        var start = long.Parse(fields[45], CultureInfo.InvariantCulture);
        var end = long.Parse(fields[46], CultureInfo.InvariantCulture);
        return start > 0 && end > start ? (start, end) : null;
    }
}
