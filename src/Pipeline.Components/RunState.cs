using System.Runtime.CompilerServices;
using Nuke.Common;
using Nuke.Common.Execution;
using Pipeline.Components.Cluster;
using Pipeline.Components.Hosts;
using Pipeline.Components.Locking;
using Pipeline.Components.Secrets;
using Pipeline.Components.Signals;

namespace Pipeline.Components;

/// <summary>What the components of one run share: interfaces have no fields.</summary>
internal sealed class RunState
{
    private static readonly ConditionalWeakTable<INukeBuild, RunState> Runs = [];
    private readonly Lazy<HostReport> report;
    private ArtifactsLock? artifacts;

    private RunState(INukeBuild build) => report = new Lazy<HostReport>(() => HostReport.Of(build, HostOutput));

    /// <summary>What the host reads: the output of this process as it is, without what guards the console.</summary>
    public TextWriter HostOutput { get; set; } = new StreamWriter(Console.OpenStandardOutput()) { AutoFlush = true };

    /// <summary>Tells the host of the run.</summary>
    public HostReport Report => report.Value;

    /// <summary>Signals sent to this process.</summary>
    public RunSignals Signals { get; } = new();

    /// <summary>The connection to the cluster, once a target asked for it.</summary>
    public ClusterConnection? Connection { get; set; }

    /// <summary>The embedded cluster of this working copy.</summary>
    public EmbeddedCluster? Embedded { get; set; }

    /// <summary>All targets of the build, once it was created.</summary>
    public IReadOnlyCollection<ExecutableTarget>? Targets { get; set; }

    /// <summary>The state of the run that a build belongs to.</summary>
    public static RunState Of(INukeBuild build) => Runs.GetValue(build, key => new RunState(key));

    /// <summary>Keeps other runs away from the artifacts until this process ends.</summary>
    /// <exception cref="ArtifactsInUseException">Another run got there first.</exception>
    public void LockArtifacts(INukeBuild build) =>
        artifacts ??= ArtifactsLock.Acquire(
            build.TemporaryDirectory / "artifacts.lock",
            new LockHolder(
                Environment.ProcessId,
                TimeProvider.System.GetUtcNow(),
                KnownSecrets.Redact(string.Join(' ', ["./build.sh", .. Environment.GetCommandLineArgs().Skip(1)]))
            )
        );
}
