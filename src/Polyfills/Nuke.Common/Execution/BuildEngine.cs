using System.Linq.Expressions;
using Nuke.Common.CI;
using Nuke.Common.ValueInjection;
using Serilog;

namespace Nuke.Common.Execution;

/// <summary>Takes a run from the arguments to the exit code.</summary>
internal sealed class BuildEngine(BuildRun run)
{
    private const int Failure = -1;

    private NukeBuild build;
    private BuildMembers members;
    private BuildExtensions extensions;
    private IReadOnlyList<ExecutableTarget> targets;
    private ParameterCatalog catalog;

    /// <summary>The exit code: 0, -1 for a failure (255 in a shell), or what the build set.</summary>
    public int Run<T>(params Expression<Func<T, Target>>[] defaultTargets)
        where T : NukeBuild, new()
    {
        run.Enter();
        try
        {
            Define(new T(), defaultTargets);
            return HelpIsWanted() ? Help() : Run();
        }
        catch (Exception exception)
        {
            Report(exception);
            return build?.ExitCode ?? Failure;
        }
        finally
        {
            run.CompleteOutput();
        }
    }

    private void Define(NukeBuild instance, IEnumerable<LambdaExpression> defaultTargets)
    {
        build = instance;
        members = new BuildMembers(build.GetType());
        targets = new TargetFactory(build, members).Create(defaultTargets);
        catalog = new ParameterCatalog(members);
    }

    // A command line that asks for help is answered, whatever else is wrong with it.
    private bool HelpIsWanted() => run.CommandLine.Options.Any(x => x.Key is "help" or "h");

    private int Help()
    {
        HelpText.Write(build, targets, catalog, run.Output);
        return 0;
    }

    private int Run()
    {
        Logging.Configure();
        AddGivenSecrets();
        var request = new ArgumentCheck(run, catalog, targets).Run();
        Create();
        if (run.Options.GenerateConfiguration is { } id)
        {
            new GeneratedFiles(build, targets).Generate(id);
            return 0;
        }

        if (NukeBuild.IsLocalBuild)
            new GeneratedFiles(build, targets).Update();
        WarnOfOpenSecrets();
        var plan = Plan(request);
        if (plan.Count == 0)
            return Help();

        Initialize(plan);
        TargetSkipping.ByParameter(plan, request);
        TargetSkipping.ByStaticConditions(plan, isOnlyShown: run.Options.Plan);
        if (run.Options.Plan)
        {
            new PlanTree(plan, run.Output).Write();
            return 0;
        }

        Execute(plan);
        return build.ExitCode ?? (build.IsSucceeding ? 0 : Failure);
    }

    private void AddGivenSecrets()
    {
        foreach (var parameter in catalog.All.Where(x => x.IsSecret))
        {
            foreach (var word in run.Sources.For(parameter.Key, parameter.Arity)?.Words ?? [])
                run.Secrets.Add(word);
        }

        run.GuardConsole();
    }

    private void WarnOfOpenSecrets()
    {
        foreach (var parameter in catalog.All.Where(x => x.IsSecret))
        {
            if (run.Sources.FromCommandLine(parameter.Key, parameter.Arity) != null)
            {
                Log.Warning(
                    "{Parameter} is a secret, and everyone on this machine can read command lines: use an environment variable.",
                    parameter.Option
                );
            }
        }
    }

    // A secret may have another source than the parameter: TryGetValue(() => Token) ?? GitHubActions.Instance?.Token.
    private void AddOtherSecrets()
    {
        foreach (var parameter in catalog.All.Where(x => x.IsSecret && x.Type == typeof(string)))
        {
            try
            {
                run.Secrets.Add((string)ExpressionValue.Of(parameter.Member, build));
            }
            catch (Exception exception)
            {
                // Whoever needs the value will be told; what cannot be read cannot be printed either.
                Log.Verbose(exception, "{Parameter} has no value", parameter.Option);
            }
        }

        run.GuardConsole();
    }

    private void Create()
    {
        build.Extensions = extensions = new BuildExtensions(build);
        ValueInjector.Inject(build, members, parameters: true);
        AddOtherSecrets();
        extensions.Notify<IOnBuildCreated>(x => x.OnBuildCreated(targets));
        build.OnBuildCreated();
    }

    private IReadOnlyList<ExecutableTarget> Plan(InvokedTargets request)
    {
        foreach (var target in request.Invoked)
            target.Invoked = true;
        var plan = ExecutionPlanner.Plan(targets, request.Invoked, run.Options.Strict);
        foreach (var target in plan)
            target.Status = ExecutionStatus.Scheduled;
        return build.Planned = plan;
    }

    private void Initialize(IReadOnlyList<ExecutableTarget> plan)
    {
        ValueInjector.Inject(build, members, parameters: false);
        extensions.Notify<IOnBuildInitialized>(x => x.OnBuildInitialized(targets, plan));
        build.OnBuildInitialized();
    }

    private void Execute(IReadOnlyList<ExecutableTarget> plan)
    {
        try
        {
            var attempt = new BuildAttempt(run);
            attempt.Start(plan);
            new RequirementCheck(build, members).Run(plan);
            new BuildExecutor(build, run, extensions).Execute(plan, attempt);
        }
        catch (Exception exception) when (plan.Any(x => x.Status == ExecutionStatus.Scheduled))
        {
            foreach (var target in plan.Where(x => x.Status == ExecutionStatus.Scheduled))
                target.Status = ExecutionStatus.NotRun;
            Report(exception);
        }

        Finish();
    }

    private void Finish()
    {
        build.OnBuildFinished();
        extensions.Notify<IOnBuildFinished>(x => x.OnBuildFinished());
        new GeneratedFiles(build, targets).SerializeState();
        run.Host.WriteErrorsAndWarnings();
        run.Host.WriteTargetOutcome(build);
        run.Host.WriteBuildOutcome(build);
    }

    // Outside of the targets, everything but a failure that explains itself is a mistake in the build's code.
    private static void Report(Exception exception)
    {
        Logging.Configure();
        Log.Error("{Reason}", exception is BuildFailure ? exception.Message : exception.ToString());
    }
}
