using System.Diagnostics;

namespace GatewayCost;

/// <summary>This program again, in another role; it says where it listens and ends with its standard input.</summary>
internal sealed class RoleProcess : IDisposable
{
    private readonly Process _process;

    private RoleProcess(Process process, string address) => (_process, Address) = (process, address);

    public string Address { get; }

    public TimeSpan ProcessorTime
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    public static RoleProcess Start(params string[] arguments) => Start(Environment.ProcessPath!, arguments);

    /// <summary>Starts a role that has one core to run on.</summary>
    public static RoleProcess StartOnOneCore(params string[] arguments) =>
        Start("taskset", ["-c", "0", Environment.ProcessPath!, .. arguments]);

    private static RoleProcess Start(string program, string[] arguments)
    {
        var process = Process.Start(
            new ProcessStartInfo(program, arguments) { RedirectStandardInput = true, RedirectStandardOutput = true }
        )!;
        return new RoleProcess(process, process.StandardOutput.ReadLine()!);
    }

    public void Dispose()
    {
        _process.StandardInput.Close();
        _process.WaitForExit();
        _process.Dispose();
    }
}
