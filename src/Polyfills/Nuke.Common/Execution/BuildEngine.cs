using System.Linq.Expressions;
using Nuke.Common.CI;
using Nuke.Common.ValueInjection;
using Serilog;

namespace Nuke.Common.Execution;

/// <summary>Takes a run from the arguments to the exit code.</summary>
internal sealed class BuildEngine(BuildRun run)
{
    const int Failure = -1;

    NukeBuild _build;
    BuildMembers _members;
    BuildExtensions _extensions;
    IReadOnlyList<ExecutableTarget> _targets;

    /// <summary>The exit code: 0, -1 for a failure (255 in a shell), or what the build set.</summary>
    public int Run<T>(params Expression<Func<T, Target>>[] defaultTargets)
        where T : NukeBuild, new()
    {
        run.Enter();
        Logging.Configure();
        try
        {
            return Run(() => new T(), defaultTargets);
        }
        catch (BuildFailure failure)
        {
            Log.Error("{Reason}", failure.Message);
            return _build?.ExitCode ?? Failure;
        }
        catch (Exception exception)
        {
            Log.Error("{Exception}", exception);
            return _build?.ExitCode ?? Failure;
        }
        finally
        {
            run.CompleteOutput();
        }
    }

    int Run(Func<NukeBuild> create, IEnumerable<LambdaExpression> defaultTargets)
    {
        _build = create();
        _members = new BuildMembers(_build.GetType());
        _targets = new TargetFactory(_build, _members).Create(defaultTargets);
        var catalog = new ParameterCatalog(_members);
        if (HelpIsWanted())
        {
            HelpText.Write(_build, _targets, catalog, run.Output);
            return 0;
        }

        AddGivenSecrets(catalog);
        var request = new ArgumentCheck(run, catalog, _targets).Run();
        Create(catalog);
        if (run.Options.GenerateConfiguration is { } id)
        {
            new GeneratedFiles(_build, _targets).Generate(id);
            return 0;
        }

        if (NukeBuild.IsLocalBuild)
            new GeneratedFiles(_build, _targets).Update();
        var plan = Plan(request);
        if (plan.Count == 0)
        {
            HelpText.Write(_build, _targets, catalog, run.Output);
            return 0;
        }

        Initialize(plan);
        TargetSkipping.ByParameter(plan, request);
        TargetSkipping.ByStaticConditions(plan);
        if (run.Options.Plan)
        {
            new PlanTree(plan, run.Output).Write();
            return 0;
        }

        Execute(plan);
        return _build.ExitCode ?? (_build.IsSucceeding ? 0 : Failure);
    }

    // A command line that asks for help is answered, whatever else is wrong with it.
    bool HelpIsWanted() => run.CommandLine.Options.Any(x => x.Key is "help" or "h");

    void AddGivenSecrets(ParameterCatalog catalog)
    {
        foreach (var parameter in catalog.All.Where(x => x.IsSecret))
        {
            foreach (var word in run.Sources.For(parameter.Key, parameter.Arity)?.Words ?? [])
                run.Secrets.Add(word);
        }

        run.GuardConsole();
    }

    // A secret may have another source than the parameter: TryGetValue(() => Token) ?? GitHubActions.Instance?.Token.
    void AddOtherSecrets(ParameterCatalog catalog)
    {
        foreach (var parameter in catalog.All.Where(x => x.IsSecret && x.Type == typeof(string)))
        {
            try
            {
                run.Secrets.Add((string)ExpressionValue.Of(parameter.Member, _build));
            }
            catch (Exception exception)
            {
                // Whoever needs the value will be told; what cannot be read cannot be printed either.
                Log.Verbose(exception, "{Parameter} has no value", parameter.Option);
            }
        }

        run.GuardConsole();
    }

    void Create(ParameterCatalog catalog)
    {
        _build.Extensions = _extensions = new BuildExtensions(_build);
        ValueInjector.Inject(_build, _members, parameters: true);
        AddOtherSecrets(catalog);
        _extensions.Notify<IOnBuildCreated>(x => x.OnBuildCreated(_targets));
        _build.OnBuildCreated();
    }

    IReadOnlyList<ExecutableTarget> Plan(InvokedTargets request)
    {
        foreach (var target in request.Invoked)
            target.Invoked = true;
        var plan = ExecutionPlanner.Plan(_targets, request.Invoked, run.Options.Strict);
        foreach (var target in plan)
            target.Status = ExecutionStatus.Scheduled;
        return _build.Planned = plan;
    }

    void Initialize(IReadOnlyList<ExecutableTarget> plan)
    {
        ValueInjector.Inject(_build, _members, parameters: false);
        _extensions.Notify<IOnBuildInitialized>(x => x.OnBuildInitialized(_targets, plan));
        _build.OnBuildInitialized();
    }

    void Execute(IReadOnlyList<ExecutableTarget> plan)
    {
        try
        {
            var attempt = new BuildAttempt(run);
            attempt.Start(plan);
            new RequirementCheck(_build, _members).Run(plan);
            new BuildExecutor(_build, run, _extensions).Execute(plan, attempt);
        }
        catch (BuildFailure failure)
        {
            foreach (var target in plan.Where(x => x.Status == ExecutionStatus.Scheduled))
                target.Status = ExecutionStatus.NotRun;
            Log.Error("{Reason}", failure.Message);
        }

        Finish();
    }

    void Finish()
    {
        _build.OnBuildFinished();
        _extensions.Notify<IOnBuildFinished>(x => x.OnBuildFinished());
        run.Host.WriteErrorsAndWarnings();
        run.Host.WriteTargetOutcome(_build);
        run.Host.WriteBuildOutcome(_build);
    }
}
