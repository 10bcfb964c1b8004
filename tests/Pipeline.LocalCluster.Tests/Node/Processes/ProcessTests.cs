using Pipeline.LocalCluster.Node.Processes;

namespace Pipeline.LocalCluster.Tests.Node.Processes;

public sealed class ProcessTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();
    private readonly ExitWatcher _watcher = new();
    private readonly ChildLedger _ledger;

    public ProcessTests() => _ledger = new ChildLedger(_directory.Combine("processes"), _watcher);

    private string Output => File.ReadAllText(_directory.Combine("output"));

    public void Dispose()
    {
        _watcher.Dispose();
        _directory.Dispose();
    }

    [Fact]
    public async Task A_process_gets_its_arguments_its_variables_and_nothing_else()
    {
        var child = Start("""echo "$0 $1 $GREETING $PWD"; env | grep -v -e ^PWD= -e ^_= -e ^SHLVL= | sort""", "one");

        Assert.Equal(0, await child.Exited);
        Assert.Equal($"sh one hello {_directory.Path}\nGREETING=hello\nPIPELINE_LAUNCH=start\n", Output);
    }

    [Fact]
    public async Task A_process_inherits_no_open_files()
    {
        var leak = LibC.EventFd(0, flags: 0);

        await Start("ls -l /proc/self/fd | grep -v /proc/").Exited;

        var targets = Output.Split('\n').Where(line => line.Contains("->", StringComparison.Ordinal));
        Assert.Equal(3, targets.Count());
        _ = LibC.Close(leak);
    }

    [Fact]
    public async Task Output_and_errors_go_to_the_log_file()
    {
        await Start("echo out; echo err >&2").Exited;

        Assert.Equal("out\nerr\n", Output);
    }

    [Theory]
    [InlineData("exit 3", 3)]
    [InlineData("kill -TERM $$", 143)]
    [InlineData("kill -KILL $$", 137)]
    public async Task The_exit_code_says_how_it_ended(string script, int code)
    {
        Assert.Equal(code, await Start(script).Exited);
    }

    [Fact]
    public async Task A_process_that_ends_when_asked_is_not_killed()
    {
        var child = Start("trap 'exit 7' TERM; echo ready; while :; do sleep 0.01; done");
        await ReadyAsync();

        Assert.Equal(7, await child.EndAsync(TimeSpan.FromMinutes(1), TimeProvider.System, CancellationToken.None));
    }

    [Fact]
    public async Task A_process_that_does_not_listen_is_killed_after_the_grace()
    {
        var child = Start("trap '' TERM; echo ready; while :; do sleep 0.01; done");
        await ReadyAsync();

        Assert.Equal(
            137,
            await child.EndAsync(TimeSpan.FromMilliseconds(20), TimeProvider.System, CancellationToken.None)
        );
    }

    [Fact]
    public async Task A_grace_can_be_cut_short()
    {
        var child = Start("trap '' TERM; echo ready; while :; do sleep 0.01; done");
        await ReadyAsync();

        var code = await child.EndAsync(TimeSpan.FromMinutes(1), TimeProvider.System, new CancellationToken(true));

        Assert.Equal(137, code);
    }

    [Fact]
    public async Task What_a_process_started_ends_with_it()
    {
        var child = Start("sleep 1000 & echo $!");
        await child.Exited;

        var grandchild = int.Parse(Output);

        // A killed process stays visible until its new parent has waited for it.
        SpinWait.SpinUntil(() => StateOf(grandchild) is null or 'Z', TimeSpan.FromSeconds(10));
        Assert.True(StateOf(grandchild) is null or 'Z');
    }

    [Fact]
    public void A_program_that_is_not_there_is_named()
    {
        var launch = Launch("") with { Program = "/nowhere/at/all" };

        var error = Assert.Throws<LaunchException>(() => _ledger.Start(launch, Record));

        Assert.Equal("exec /nowhere/at/all: No such file or directory", error.Message);
        Assert.Empty(_ledger.Recover());
    }

    [Fact]
    public async Task A_running_process_is_found_again()
    {
        var child = Start("sleep 1000");

        var (record, found) = Assert.Single(new ChildLedger(_directory.Combine("processes"), _watcher).Recover());

        Assert.Equal(child.Pid, found?.Pid);
        Assert.Equal("pod-uid", record.PodUid);
        found!.Kill();
        await child.Exited;
    }

    [Fact]
    public async Task A_process_that_was_started_but_not_written_down_is_found_by_its_mark()
    {
        var child = Start("sleep 1000");
        var file = Assert.Single(Directory.GetFiles(_directory.Combine("processes")));
        var before = System.Text.Json.JsonSerializer.Serialize(Record);
        await File.WriteAllTextAsync(file, before);

        var (_, found) = Assert.Single(_ledger.Recover());

        Assert.Equal(child.Pid, found?.Pid);
        found!.Kill();
        await child.Exited;
    }

    [Fact]
    public async Task A_process_that_ended_is_not_found()
    {
        await Start("exit 0").Exited;

        var (_, found) = Assert.Single(_ledger.Recover());

        Assert.Null(found);
    }

    [Fact]
    public void Another_process_of_the_same_number_is_not_taken_for_ours()
    {
        var self = Environment.ProcessId;

        Assert.Null(ChildProcess.Find(self, ProcessTable.StartTicks(self) + 1, _watcher));
    }

    [Fact]
    public void A_damaged_record_is_dropped()
    {
        Directory.CreateDirectory(_directory.Combine("processes"));
        File.WriteAllText(_directory.Combine("processes", "torn.json"), "{");

        Assert.Empty(_ledger.Recover());
        Assert.Empty(Directory.GetFiles(_directory.Combine("processes")));
    }

    private static ChildRecord Record =>
        new()
        {
            Launch = "start",
            PodUid = "pod-uid",
            Container = "main",
            PodIp = "127.1.0.2",
            RestartCount = 0,
            StartedAt = DateTimeOffset.UnixEpoch,
        };

    private ChildProcess Start(string script, params string[] arguments) =>
        _ledger.Start(Launch(script, arguments), Record);

    private Launch Launch(string script, params string[] arguments) =>
        new()
        {
            Program = "/bin/sh",
            Arguments = ["sh", "-c", script, "sh", .. arguments],
            Environment = new Dictionary<string, string> { ["GREETING"] = "hello" },
            WorkingDirectory = _directory.Path,
            LogFile = _directory.Combine("output"),
        };

    private async Task ReadyAsync()
    {
        while (!File.Exists(_directory.Combine("output")) || Output.Length == 0)
            await Task.Yield();
    }

    private static char? StateOf(int pid)
    {
        try
        {
            var stat = File.ReadAllText($"/proc/{pid}/stat");
            return stat[stat.LastIndexOf(')') + 2];
        }
        catch (IOException)
        {
            return null;
        }
    }
}
