using System.Diagnostics;

namespace Pipeline.Components.Signals;

/// <summary>The tools that this process started: compiler, test runner and the like.</summary>
internal static class ChildProcesses
{
    /// <summary>Ends every child with all it started; one that left our session, as the embedded cluster does, is not ours to end.</summary>
    public static void End()
    {
        if (!OperatingSystem.IsLinux() || SessionAndParent("self") is not { } own)
            return;

        foreach (
            var id in Directory.EnumerateDirectories("/proc").Select(Path.GetFileName).OfType<string>().Where(IsNumber)
        )
        {
            if (
                SessionAndParent(id) is { } child
                && child.Parent == Environment.ProcessId
                && child.Session == own.Session
            )
                Kill(int.Parse(id, System.Globalization.CultureInfo.InvariantCulture));
        }
    }

    private static bool IsNumber(string name) => name.All(char.IsAsciiDigit);

    // Fields 4 and 6 of proc(5) stat; the name in field 2 may hold spaces and parentheses.
    private static (int Parent, int Session)? SessionAndParent(string process)
    {
        try
        {
            var stat = File.ReadAllText($"/proc/{process}/stat");
            var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
            return (int.Parse(fields[1]), int.Parse(fields[3]));
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static void Kill(int id)
    {
        try
        {
            using var child = Process.GetProcessById(id);
            child.Kill(entireProcessTree: true);
        }
        catch (Exception problem) when (problem is ArgumentException or InvalidOperationException)
        {
            // It ended by itself in the meantime.
        }
    }
}
