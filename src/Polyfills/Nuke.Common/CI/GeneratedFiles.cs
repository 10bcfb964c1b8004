using Nuke.Common.Execution;
using Nuke.Common.IO;
using Serilog;

namespace Nuke.Common.CI;

/// <summary>
/// The files that are generated from a build: its parameters' schema and the configurations of CI services. Local runs write them
/// when the build's assemblies, or one of the files, changed since they were written last.
/// </summary>
internal sealed class GeneratedFiles(NukeBuild build, IReadOnlyList<ExecutableTarget> targets)
{
    private readonly BuildRun run = build.Run;

    private AbsolutePath SchemaFile => run.NukeDirectory / "build.schema.json";

    private AbsolutePath StampFile => run.TemporaryDirectory / "generated.stamp";

    /// <summary>Writes the files of one generator.</summary>
    public void Generate(string id)
    {
        var generators = Generators();
        var generator = generators.Find(x => x.Id.Equals(id, StringComparison.OrdinalIgnoreCase));
        if (generator == null)
        {
            var ids = generators.Count == 0 ? "the build has none" : string.Join(", ", generators.Select(x => x.Id));
            throw new BuildFailure($"Parameter --generate-configuration: expected one of {ids}, found '{id}'.");
        }

        generator.Generate(targets);
        foreach (var file in generator.GeneratedFiles)
            Log.Information("Generated {File}", file);
    }

    /// <summary>Writes the files that are out of date.</summary>
    public void Update()
    {
        if (IsUpToDate())
            return;

        WriteIfChanged(SchemaFile, SchemaUtility.GetJsonString(build) + "\n");
        List<AbsolutePath> files = [SchemaFile];
        foreach (var generator in Generators().FindAll(x => x.AutoGenerate))
        {
            AbsolutePath[] generated = [.. generator.GeneratedFiles];
            var before = Contents(generated);
            generator.Generate(targets);
            if (Contents(generated) != before)
                Log.Warning("Configuration files for {Generator} have changed.", generator.DisplayName);
            files.AddRange(generated);
        }

        SharedFile.Replace(StampFile, string.Join('\n', Program().Concat(files.Select(x => (string)x)).Select(Stamp)));
    }

    /// <summary>Lets the generators for the host of this run keep what they need to know of it.</summary>
    public void SerializeState()
    {
        foreach (var generator in Generators().FindAll(x => x.HostType == run.Host.GetType()))
            generator.SerializeState();
    }

    private List<IConfigurationGenerator> Generators()
    {
        var generators = build
            .GetType()
            .GetCustomAttributes(typeof(IConfigurationGenerator), inherit: true)
            .Cast<IConfigurationGenerator>()
            .ToList();
        foreach (var attribute in generators.OfType<ConfigurationAttributeBase>())
            attribute.Build = build;
        return generators;
    }

    private bool IsUpToDate()
    {
        if (!File.Exists(StampFile))
            return false;

        // The stamps themselves and no hash of them: loading the cryptography takes longer than everything else here.
        var stamps = File.ReadAllLines(StampFile);
        var generated = stamps.Select(x => x.Split('|')[0]).Except(Program());
        return stamps.SequenceEqual(Program().Concat(generated).Select(Stamp));
    }

    // A change anywhere in the program may change what is generated.
    private IEnumerable<string> Program() =>
        Directory
            .EnumerateFiles(Path.GetDirectoryName(build.GetType().Assembly.Location)!, "*.dll")
            .Order(StringComparer.Ordinal);

    private static string Stamp(string path) =>
        File.Exists(path)
            ? $"{path}|{new FileInfo(path).Length}|{File.GetLastWriteTimeUtc(path).Ticks}"
            : $"{path}|missing";

    private static string Contents(IEnumerable<AbsolutePath> files) =>
        string.Join('\0', files.Select(x => File.Exists(x) ? File.ReadAllText(x) : ""));

    private static void WriteIfChanged(AbsolutePath file, string content)
    {
        if (!File.Exists(file) || File.ReadAllText(file) != content)
            SharedFile.Replace(file, content);
    }
}
