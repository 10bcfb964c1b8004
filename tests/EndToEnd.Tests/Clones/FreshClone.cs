using EndToEnd.Tests.Processes;
using EndToEnd.Tests.Runs;

namespace EndToEnd.Tests.Clones;

/// <summary>A clone of the commit under test, as a user makes one; all scenarios share it, one after the other.</summary>
public sealed class FreshClone : IAsyncLifetime
{
    /// <summary>The variable by which target <c>EndToEnd</c> asks for these tests.</summary>
    private const string Wish = "PIPELINE_END_TO_END";

    private FinishedCommand? firstShipment;
    private bool isShipped = true;

    /// <summary>Why the scenarios cannot run here; null when they can.</summary>
    public static string? Obstacle =>
        !OperatingSystem.IsLinux() ? "the embedded cluster runs on Linux only"
        : Environment.GetEnvironmentVariable(Wish) is null ? $"takes minutes: ./build.sh EndToEnd runs it, or {Wish}=1"
        : null;

    /// <summary>Its folder.</summary>
    public string Root { get; } = Path.Combine(Path.GetTempPath(), $"pipeline-{Guid.NewGuid():N}");

    /// <summary>A path in the clone.</summary>
    public string this[string path] => Path.Combine(Root, path);

    /// <inheritdoc/>
    public async Task InitializeAsync()
    {
        if (Obstacle is not null)
            return;

        (await RunAsync("git", "clone", "--quiet", OuterWorkingCopy.Root, Root)).Exits(0);
        OuterWorkingCopy.CopyTestResults(Root);
    }

    /// <inheritdoc/>
    public Task DisposeAsync()
    {
        EndLeftovers();
        if (Directory.Exists(Root))
            Directory.Delete(Root, recursive: true);
        return Task.CompletedTask;
    }

    /// <summary>Runs a command in the clone, or beside it while there is none.</summary>
    public async Task<FinishedCommand> RunAsync(params string[] command)
    {
        var folder = Directory.Exists(Root) ? Root : Path.GetTempPath();
        using var running = RunningCommand.Start(folder, UserShell.Variables, command);
        return await running.FinishAsync();
    }

    /// <summary>Starts <c>./build.sh</c> on any free ports, with the tests left out.</summary>
    public RunningCommand Start(params string[] arguments) =>
        RunningCommand.Start(Root, UserShell.Variables, BuildCommand(arguments));

    /// <summary>Runs <c>./build.sh</c> on any free ports, with the tests left out.</summary>
    public Task<FinishedCommand> BuildAsync(params string[] arguments) => RunAsync(BuildCommand(arguments));

    /// <summary>What the first <c>./build.sh</c> of the clone printed.</summary>
    public async Task<FinishedCommand> FirstShipmentAsync() => firstShipment ??= await BuildAsync();

    /// <summary>Brings production to the clone's commit, unless it is there.</summary>
    public async Task EnsureShippedAsync()
    {
        var first = await FirstShipmentAsync();
        Assert.True(first.ExitCode == 0, "the first ./build.sh of the clone did not ship: see its own test");
        if (!isShipped)
            (await BuildAsync()).Exits(0);
        isShipped = true;
    }

    /// <summary>Notes that production no longer serves the clone's commit.</summary>
    public void Forget() => isShipped = false;

    /// <summary>Gives the clone a commit that production does not serve.</summary>
    public async Task CommitAsync(string message)
    {
        Forget();
        string[] author = ["-c", "user.name=End to end", "-c", "user.email=end-to-end@example.org"];
        (await RunAsync(["git", .. author, "commit", "--quiet", "--allow-empty", "--message", message])).Exits(0);
    }

    /// <summary>The processes that belong to the clone.</summary>
    public IReadOnlyList<ProcessIdentity> Processes() => ProcessTable.In(Root);

    /// <summary>Kills what a failed scenario left, so that the next one starts on clean ground.</summary>
    public void EndLeftovers()
    {
        foreach (var process in Processes())
            process.Kill();
    }

    /// <summary>The command line of <c>./build.sh</c> on any free ports, with the tests left out.</summary>
    public static string[] BuildCommand(params string[] arguments) =>
        [
            "./build.sh",
            .. arguments,
            "--skip",
            "Test",
            .. FreePort(arguments, "--api-port"),
            .. FreePort(arguments, "--gateway-port"),
        ];

    private static IEnumerable<string> FreePort(string[] arguments, string name) =>
        arguments.Contains(name) ? [] : [name, "0"];
}
