using System.Globalization;
using System.Text;

namespace Pipeline.LocalCluster.Node.Processes;

/// <summary>What <c>/proc</c> tells of the machine's processes.</summary>
internal static class ProcessTable
{
    private const int StartTimeField = 22;

    /// <summary>When the process started, in clock ticks since the machine did; with the number it names a process for good. Null if there is none.</summary>
    public static long? StartTicks(int pid)
    {
        try
        {
            // The second field, the program's name, is in parentheses and may contain anything.
            var stat = File.ReadAllText($"/proc/{pid}/stat");
            var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
            return long.Parse(fields[StartTimeField - 3], CultureInfo.InvariantCulture);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>The number of the process that leads a session and was started with <c>NAME=value</c> in its environment, or null.</summary>
    public static int? FindByEnvironment(string variable)
    {
        var wanted = Encoding.UTF8.GetBytes(variable + '\0');
        foreach (var directory in Directory.EnumerateDirectories("/proc"))
        {
            if (
                int.TryParse(Path.GetFileName(directory), CultureInfo.InvariantCulture, out var pid)
                && Environment(pid).IndexOf(wanted) >= 0
            )
                return pid;
        }

        return null;
    }

    private static ReadOnlySpan<byte> Environment(int pid)
    {
        try
        {
            return File.ReadAllBytes($"/proc/{pid}/environ");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }
}
