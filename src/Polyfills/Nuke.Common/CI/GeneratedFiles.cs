using System.Security.Cryptography;
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
            var before = Hash(generated);
            generator.Generate(targets);
            if (Hash(generated) != before)
                Log.Warning("Configuration files for {Generator} have changed.", generator.DisplayName);
            files.AddRange(generated);
        }

        File.WriteAllLines(StampFile, [Fingerprint(), .. files.Select(Stamp)]);
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

        var lines = File.ReadAllLines(StampFile);
        return lines.Length > 1
            && lines[0] == Fingerprint()
            && lines.Skip(1).All(line => line == Stamp(line[..line.IndexOf('|')]));
    }

    // Sizes and times of the program's files: a change anywhere in them may change what is generated.
    private string Fingerprint()
    {
        var folder = new DirectoryInfo(Path.GetDirectoryName(build.GetType().Assembly.Location)!);
        var files = folder.EnumerateFiles("*.dll").OrderBy(x => x.Name, StringComparer.Ordinal);
        var text = string.Join(';', files.Select(x => $"{x.Name} {x.Length} {x.LastWriteTimeUtc.Ticks}"));
        return Convert.ToHexString(SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(text)));
    }

    private static string Stamp(AbsolutePath path)
    {
        var file = new FileInfo(path);
        return file.Exists ? $"{path}|{file.Length}|{file.LastWriteTimeUtc.Ticks}" : $"{path}|missing";
    }

    private static string Hash(IEnumerable<AbsolutePath> files) =>
        string.Join(
            ';',
            files.Select(x => File.Exists(x) ? Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(x))) : "")
        );

    private static void WriteIfChanged(AbsolutePath file, string content)
    {
        if (!File.Exists(file) || File.ReadAllText(file) != content)
            File.WriteAllText(file, content);
    }
}
