using Pipeline.Components.Deliver;
using Pipeline.Core;
using Pipeline.Core.Rollouts.Simulation;

namespace Pipeline.Components.Simulate;

/// <summary>Finds scenarios by name or path.</summary>
/// <param name="folder">The folder of those that are shipped.</param>
internal sealed class ScenarioFiles(string folder)
{
    /// <summary>Reads a scenario.</summary>
    /// <param name="nameOrPath">Name of a shipped one, or path of a file.</param>
    /// <exception cref="DeliveryException">There is none of that name, or it has problems.</exception>
    public Scenario Read(string? nameOrPath)
    {
        var shipped = Path.Combine(folder, $"{nameOrPath}.json");
        var file = File.Exists(shipped) ? shipped : nameOrPath;
        if (file is null || !File.Exists(file))
            throw new DeliveryException(
                $"--scenario {(nameOrPath is null ? "is missing" : $"is '{nameOrPath}', which is no file")}: name one of "
                    + $"{string.Join(", ", Names())}, or the path of a scenario file",
                ExitCode.BuildFailed
            );
        try
        {
            return ScenarioJson.Read(File.ReadAllText(file), Path.GetFileName(file));
        }
        catch (FormatException problem)
        {
            throw new DeliveryException(problem.Message, ExitCode.BuildFailed);
        }
    }

    private IEnumerable<string?> Names() =>
        Directory.Exists(folder)
            ? Directory
                .EnumerateFiles(folder, "*.json")
                .Select(Path.GetFileNameWithoutExtension)
                .Order(StringComparer.Ordinal)
            : [];
}
