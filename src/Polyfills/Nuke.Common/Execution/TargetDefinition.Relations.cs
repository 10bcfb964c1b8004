namespace Nuke.Common.Execution;

internal sealed partial class TargetDefinition
{
    public ITargetDefinition DependsOn(params Target[] targets) => Relate(targets, target.ExecutionDependencies.Add);

    public ITargetDefinition DependsOn<T>(params Func<T, Target>[] targets)
        where T : INukeBuild => DependsOn(Of(targets));

    public ITargetDefinition TryDependsOn<T>(params Func<T, Target>[] targets)
        where T : INukeBuild => build is T ? DependsOn(targets) : this;

    public ITargetDefinition DependentFor(params Target[] targets) =>
        Relate(targets, other => other.ExecutionDependencies.Add(target));

    public ITargetDefinition DependentFor<T>(params Func<T, Target>[] targets)
        where T : INukeBuild => DependentFor(Of(targets));

    public ITargetDefinition TryDependentFor<T>(params Func<T, Target>[] targets)
        where T : INukeBuild => build is T ? DependentFor(targets) : this;

    public ITargetDefinition Before(params Target[] targets) =>
        Relate(targets, other => other.OrderDependencies.Add(target));

    public ITargetDefinition Before<T>(params Func<T, Target>[] targets)
        where T : INukeBuild => Before(Of(targets));

    public ITargetDefinition TryBefore<T>(params Func<T, Target>[] targets)
        where T : INukeBuild => build is T ? Before(targets) : this;

    public ITargetDefinition After(params Target[] targets) => Relate(targets, target.OrderDependencies.Add);

    public ITargetDefinition After<T>(params Func<T, Target>[] targets)
        where T : INukeBuild => After(Of(targets));

    public ITargetDefinition TryAfter<T>(params Func<T, Target>[] targets)
        where T : INukeBuild => build is T ? After(targets) : this;

    public ITargetDefinition Triggers(params Target[] targets) => Relate(targets, other => Trigger(target, other));

    public ITargetDefinition Triggers<T>(params Func<T, Target>[] targets)
        where T : INukeBuild => Triggers(Of(targets));

    public ITargetDefinition TryTriggers<T>(params Func<T, Target>[] targets)
        where T : INukeBuild => build is T ? Triggers(targets) : this;

    public ITargetDefinition TriggeredBy(params Target[] targets) => Relate(targets, other => Trigger(other, target));

    public ITargetDefinition TriggeredBy<T>(params Func<T, Target>[] targets)
        where T : INukeBuild => TriggeredBy(Of(targets));

    public ITargetDefinition TryTriggeredBy<T>(params Func<T, Target>[] targets)
        where T : INukeBuild => build is T ? TriggeredBy(targets) : this;

    public ITargetDefinition Consumes(params Target[] targets) => Relate(targets, other => Consume(other, []));

    public ITargetDefinition Consumes<T>(params Func<T, Target>[] targets)
        where T : INukeBuild => Consumes(Of(targets));

    public ITargetDefinition Consumes(Target target, params string[] artifacts)
    {
        Consume(Find(target), artifacts);
        return this;
    }

    public ITargetDefinition Consumes<T>(Func<T, Target> target, params string[] artifacts)
        where T : INukeBuild => Consumes(target((T)build), artifacts);

    public ITargetDefinition Consumes<T>(params string[] artifacts)
        where T : INukeBuild => Consumes(Of<T>([])[0], artifacts);

    public ITargetDefinition DependsOnContext<T>()
        where T : INukeBuild
    {
        var setup = Find((Delegate)SingleProperty<T>(typeof(Setup)).GetValue(build));
        var cleanup = Find((Delegate)SingleProperty<T>(typeof(Cleanup)).GetValue(build));
        target.ExecutionDependencies.Add(setup);
        cleanup.AssuredAfterFailure = true;
        Trigger(target, cleanup);
        return this;
    }

    private ITargetDefinition Relate(Target[] targets, Action<ExecutableTarget> relate)
    {
        foreach (var other in targets)
            relate(Find(other));
        return this;
    }

    private Target[] Of<T>(Func<T, Target>[] targets) =>
        targets.Length == 0
            ? [(Target)SingleProperty<T>(typeof(Target)).GetValue(build)]
            : [.. targets.Select(x => x((T)build))];

    private static void Trigger(ExecutableTarget trigger, ExecutableTarget triggered)
    {
        trigger.Triggers.Add(triggered);
        triggered.TriggerDependencies.Add(trigger);
    }

    private void Consume(ExecutableTarget producer, string[] artifacts) =>
        target.ArtifactDependencies[producer] = [.. target.ArtifactDependencies[producer], .. artifacts];
}
