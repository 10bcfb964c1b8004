using System.Reflection;
using Nuke.Common.IO;
using Nuke.Common.ValueInjection;

namespace Nuke.Common.Execution;

/// <summary>
/// The state of one run. What is static in the API (<see cref="NukeBuild.RootDirectory" />, <see cref="NukeBuild.Host" />, the log)
/// looks it up here, so that several builds can run in one process.
/// </summary>
internal sealed class BuildRun
{
    private static readonly AsyncLocal<BuildRun> OfThisFlow = new();
    private static BuildRun ofProcess;

    private readonly List<SecretWriter> guards = [];
    private AbsolutePath rootDirectory;
    private Host host;
    private Verbosity? verbosity;

    public BuildRun(RunSettings settings)
    {
        Settings = settings;
        CommandLine = CommandLine.Parse(settings.Arguments);
        Sources = new ParameterSources(this);
        Options = new EngineOptions(Sources);
        Parameters = new ParameterValues(Sources);
        Secrets = new Secrets();
        if (settings.Output != null)
            guards.Add(new SecretWriter(settings.Output, Secrets));
        Log = new BuildLog(this);
        Style = new Style(settings.Colours);
    }

    /// <summary>The run of the calling code; outside of every run, one with the settings of the process.</summary>
    public static BuildRun Current => OfThisFlow.Value ?? (ofProcess ??= new BuildRun(RunSettings.OfProcess()));

    public RunSettings Settings { get; }

    public CommandLine CommandLine { get; }

    public ParameterSources Sources { get; }

    public EngineOptions Options { get; }

    public ParameterValues Parameters { get; }

    /// <summary>What members of components were found to be, see <see cref="ValueInjector" />.</summary>
    public Dictionary<MemberInfo, object> ValuesOfComponents { get; } = [];

    public BuildLog Log { get; }

    public Style Style { get; }

    public TimeProvider Time => Settings.Time;

    /// <summary>What must not be printed.</summary>
    public Secrets Secrets { get; }

    public TextWriter Output => Settings.Output == null ? Console.Out : guards[0];

    public AbsolutePath RootDirectory => rootDirectory ??= Options.Root ?? FindRoot(Settings.WorkingDirectory);

    public AbsolutePath NukeDirectory => RootDirectory / ".nuke";

    public AbsolutePath TemporaryDirectory
    {
        get
        {
            var directory = NukeDirectory / "temp";
            Directory.CreateDirectory(directory);
            return directory;
        }
    }

    public Host Host
    {
        get =>
            host ??= OrElse(
                () => Hosts.Select(Options.Host, Settings.Environment),
                () => Hosts.Detect(Settings.Environment)
            );
        set => host = value;
    }

    public Verbosity Verbosity
    {
        get => verbosity ??= OrElse(() => Options.Verbosity, () => Verbosity.Normal);
        set => verbosity = value;
    }

    public static BuildRun Of(object build) => (build as NukeBuild)?.Run ?? Current;

    /// <summary>Makes this the run of the calling code and of everything that it starts.</summary>
    public void Enter() => OfThisFlow.Value = this;

    /// <summary>Makes this the run of every thread that belongs to no other run, such as the threads of signal handlers.</summary>
    public void EnterProcess() => ofProcess = this;

    /// <summary>Keeps secrets out of the console too, whoever writes to it.</summary>
    public void GuardConsole()
    {
        if (Settings.Output != null || !Secrets.Any || guards.Count > 0)
            return;

        guards.AddRange([new SecretWriter(Console.Out, Secrets), new SecretWriter(Console.Error, Secrets)]);
        Console.SetOut(guards[0]);
        Console.SetError(guards[1]);
    }

    /// <summary>Passes on what the guards of the output held back.</summary>
    public void CompleteOutput() => guards.ForEach(x => x.Complete());

    // A wrong --host or --verbosity is a mistake that has to be printed, and for that a host and a verbosity are needed.
    private static T OrElse<T>(Func<T> read, Func<T> fallback)
    {
        try
        {
            return read();
        }
        catch (BuildFailure)
        {
            return fallback();
        }
    }

    private static AbsolutePath FindRoot(AbsolutePath start)
    {
        for (var directory = start; directory != null; directory = directory.Parent)
        {
            if (Path.Exists(directory / ".nuke"))
                return directory;
        }

        throw new BuildFailure(
            $"No .nuke folder was found in {start} or above it: start the build inside the repository, or name its folder with --root."
        );
    }
}
