using Nuke.Common.Execution;

namespace Nuke.Common.ValueInjection;

/// <summary>Where values come from: the command line, then the environment, then the parameters files.</summary>
internal sealed class ParameterSources(BuildRun run)
{
    private const string Prefix = "nuke";

    private Dictionary<string, GivenValue> environment;
    private IReadOnlyDictionary<string, GivenValue> files;

    /// <summary>What was given for a parameter of the build, or null.</summary>
    public GivenValue For(string key, Arity arity) =>
        FromCommandLine(key, arity)
        ?? Environment.GetValueOrDefault(key)
        ?? Environment.GetValueOrDefault(Prefix + key)
        ?? Files.GetValueOrDefault(key);

    /// <summary>What was given for a parameter of the engine, or null.</summary>
    public GivenValue ForEngine(EngineParameter parameter)
    {
        if (FromCommandLine(parameter.Key, parameter.Arity) is { } given)
            return given;
        // Shells export HOST and the like for purposes of their own, so only the prefixed names count here.
        if (Environment.GetValueOrDefault(Prefix + parameter.Key) is { } variable)
            return variable;
        return parameter.FitsFiles ? Files.GetValueOrDefault(parameter.Key) : null;
    }

    public GivenValue FromCommandLine(string key, Arity arity)
    {
        GivenValue given = null;
        foreach (var option in run.CommandLine.Options)
        {
            if (option.Key != key)
                continue;

            if (given != null && arity != Arity.Many)
                throw new BuildFailure($"Parameter --{option.Name} is given twice; give it once.");
            given = new GivenValue([.. given?.Words ?? [], .. option.Take(arity).Taken], $"--{option.Name}");
        }

        return given;
    }

    /// <summary>What the parameters files give, by key.</summary>
    public IReadOnlyDictionary<string, GivenValue> Files => files ??= ReadFiles();

    private Dictionary<string, GivenValue> Environment => environment ??= ReadEnvironment();

    private Dictionary<string, GivenValue> ReadEnvironment()
    {
        var values = new Dictionary<string, GivenValue>();
        foreach (var (name, value) in run.Settings.Environment)
        {
            // CI services pass a secret that does not exist as an empty variable.
            if (!string.IsNullOrEmpty(value))
                values.TryAdd(ParameterName.Key(name), new GivenValue([value], $"environment variable {name}"));
        }

        return values;
    }

    private Dictionary<string, GivenValue> ReadFiles()
    {
        var values = new Dictionary<string, GivenValue>();
        foreach (var profile in run.Options.Profiles)
        {
            var file = run.NukeDirectory / $"parameters.{profile}.json";
            if (!File.Exists(file))
                throw new BuildFailure($"Profile {profile} was not found: {file} does not exist.");
            ParameterFile.Read(file, values);
        }

        var common = run.NukeDirectory / "parameters.json";
        if (File.Exists(common))
            ParameterFile.Read(common, values);
        return values;
    }
}
