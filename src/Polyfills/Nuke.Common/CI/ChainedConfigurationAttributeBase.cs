using Nuke.Common.Execution;

namespace Nuke.Common.CI;

/// <summary>Base of the attributes that give each target, with what has no job of its own, a job.</summary>
public abstract class ChainedConfigurationAttributeBase : ConfigurationAttributeBase
{
    /// <inheritdoc />
    public override IEnumerable<string> IrrelevantTargetNames => ExcludedTargets;

    /// <summary>Targets that have no job of their own but run in the jobs of those that depend on them.</summary>
    public string[] NonEntryTargets { get; set; } = [];

    /// <summary>Targets that are left out.</summary>
    public string[] ExcludedTargets { get; set; } = [];

    /// <summary>The targets that the job of a target invokes: those without jobs that it depends on, then itself.</summary>
    protected IEnumerable<ExecutableTarget> GetInvokedTargets(
        ExecutableTarget executableTarget,
        IReadOnlyCollection<ExecutableTarget> relevantTargets
    )
    {
        var invoked = new HashSet<ExecutableTarget>();
        Collect(executableTarget, invoked);
        return relevantTargets.Where(invoked.Contains);
    }

    /// <summary>The targets with jobs that the job of a target waits for.</summary>
    protected IEnumerable<ExecutableTarget> GetTargetDependencies(ExecutableTarget executableTarget)
    {
        var invoked = new HashSet<ExecutableTarget>();
        Collect(executableTarget, invoked);
        return invoked
            .SelectMany(x => x.ExecutionDependencies)
            .Where(x => !invoked.Contains(x) && !ExcludedTargets.Contains(x.Name))
            .Distinct();
    }

    private void Collect(ExecutableTarget target, HashSet<ExecutableTarget> invoked)
    {
        if (!invoked.Add(target))
            return;
        foreach (var dependency in target.ExecutionDependencies.Where(x => NonEntryTargets.Contains(x.Name)))
            Collect(dependency, invoked);
    }
}
