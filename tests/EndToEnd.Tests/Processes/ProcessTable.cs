using System.Globalization;

namespace EndToEnd.Tests.Processes;

/// <summary>The processes of this machine, read from <c>/proc</c>.</summary>
internal static class ProcessTable
{
    /// <summary>The processes whose program, working directory, command line or environment lies in a folder.</summary>
    public static IReadOnlyList<ProcessIdentity> In(string folder) =>
        [
            .. from entry in Directory.EnumerateDirectories("/proc")
            let pid = int.TryParse(Path.GetFileName(entry), CultureInfo.InvariantCulture, out var number) ? number : 0
            where pid > 0 && pid != Environment.ProcessId
            let start = StartTicksOf(pid)
            where start is not null && Traces(entry).Any(trace => trace.Contains(folder, StringComparison.Ordinal))
            select new ProcessIdentity(pid, start.Value, Read($"{entry}/cmdline").TrimEnd()),
        ];

    /// <summary>When a process started, in clock ticks since boot; null when it has ended.</summary>
    public static long? StartTicksOf(int pid)
    {
        var stat = Read($"/proc/{pid}/stat");
        // The name of the program, in parentheses, may itself contain parentheses and spaces.
        var fields = stat[(stat.LastIndexOf(')') + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return fields is [not ("Z" or "X"), ..] && fields.Length > 19
            ? long.Parse(fields[19], CultureInfo.InvariantCulture)
            : null;
    }

    private static IEnumerable<string> Traces(string entry) =>
        [Read($"{entry}/cmdline"), Read($"{entry}/environ"), Target($"{entry}/cwd"), Target($"{entry}/exe")];

    private static string Read(string path) => Try(() => File.ReadAllText(path).Replace('\0', ' ')) ?? "";

    private static string Target(string link) => Try(() => File.ResolveLinkTarget(link, false)?.FullName) ?? "";

    // A process may end, or belong to somebody else, at any moment of being looked at.
    private static string? Try(Func<string?> look)
    {
        try
        {
            return look();
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
