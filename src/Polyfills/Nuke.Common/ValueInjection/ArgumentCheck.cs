using Nuke.Common.Execution;

namespace Nuke.Common.ValueInjection;

/// <summary>Reads the whole command line at once, so that every mistake in it is reported together and before anything runs.</summary>
internal sealed class ArgumentCheck(BuildRun run, ParameterCatalog catalog, IReadOnlyList<ExecutableTarget> targets)
{
    private readonly List<string> problems = [];

    /// <summary>The targets that were asked for; a <see cref="BuildFailure" /> that lists all mistakes where there are any.</summary>
    public InvokedTargets Run()
    {
        var words = new List<string>(run.CommandLine.Words);
        foreach (var option in run.CommandLine.Options)
        {
            if (catalog.ArityOf(option.Key) is { } arity)
                words.AddRange(option.Take(arity).Left);
            else
                problems.Add(UnknownParameter(option));
        }

        // A script whose variable is not set must not run the default target.
        if (words.Exists(string.IsNullOrWhiteSpace))
            problems.Add("An empty word stands where a target should: name the target, or leave the word out.");

        Check(CheckFiles);
        CheckEngineOptions();
        foreach (var parameter in catalog.All)
            Check(() => run.Parameters.Value(parameter));

        var invoked = Find([.. EngineOptions.SplitTargets(words), .. run.Options.Targets]);
        if (invoked.Count == 0)
            Check(() => invoked = Find(run.Options.UsualTargets));
        List<ExecutableTarget> skipped = null;
        Check(() => skipped = run.Options.Skip is { } skip ? Find(skip) : null);
        if (problems.Count > 0)
            throw new BuildFailure(string.Join(Environment.NewLine, problems.Distinct()));
        return new InvokedTargets(invoked.Count > 0 ? invoked : [.. targets.Where(x => x.IsDefault)], skipped);
    }

    private void CheckFiles()
    {
        foreach (var (key, given) in run.Sources.Files)
        {
            if (catalog.ArityOf(key) == null)
            {
                var names = EngineParameter.All.Where(x => x.FitsFiles).Select(x => x.Name);
                var hint = ClosestNames.Hint(key, names.Concat(catalog.All.Select(x => x.Name)));
                problems.Add($"Unknown parameter {given.Source}.{hint}");
            }
            else if (EngineParameter.Find(key) is { FitsFiles: false } parameter)
            {
                problems.Add($"{given.Source} comes too late: give {parameter.Option} on the command line.");
            }
        }
    }

    private void CheckEngineOptions()
    {
        var options = run.Options;
        Check(() => _ = (options.Plan, options.NoLogo, options.Continue, options.Strict));
        Check(() => _ = options.Verbosity);
        Check(() => _ = options.Partition);
        Check(() => Hosts.Select(options.Host, run.Settings.Environment));
    }

    private List<ExecutableTarget> Find(IEnumerable<string> names)
    {
        var found = new List<ExecutableTarget>();
        foreach (var name in names)
        {
            var key = ParameterName.Key(name);
            if (targets.FirstOrDefault(x => ParameterName.Key(x.Name) == key) is not { } target)
                problems.Add(UnknownTarget(name));
            else if (!found.Contains(target))
                found.Add(target);
        }

        return found;
    }

    private void Check(Action read)
    {
        try
        {
            read();
        }
        catch (BuildFailure failure)
        {
            problems.Add(failure.Message);
        }
    }

    private string UnknownParameter(CommandLineOption option)
    {
        var names = EngineParameter.All.Select(x => x.Option).Concat(catalog.All.Select(x => x.Option));
        return $"Unknown parameter --{option.Name}.{ClosestNames.Hint(option.Name, names)} --help lists all parameters.";
    }

    private string UnknownTarget(string name)
    {
        var flag = run.CommandLine.Options.FirstOrDefault(x =>
            x.Words.Contains(name) && catalog.ArityOf(x.Key) == Arity.None
        );
        if (flag != null && bool.TryParse(name, out _))
            return $"Unknown target {name}. --{flag.Name} takes a value only as --{flag.Name}={name}.";

        var listed = targets.Where(x => x.Listed).Select(x => x.Name).ToList();
        return $"Unknown target {name}.{ClosestNames.Hint(name, listed)} Targets: {string.Join(", ", listed)}.";
    }
}
