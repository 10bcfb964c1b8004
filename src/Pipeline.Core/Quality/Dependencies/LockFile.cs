using System.Collections.Immutable;
using System.Text.Json;

namespace Pipeline.Core.Quality.Dependencies;

/// <summary>NuGet's <c>packages.lock.json</c>, versions 1 and 2.</summary>
public static class LockFile
{
    /// <summary>Every package that a lock file names, for all its frameworks and runtimes.</summary>
    /// <exception cref="FormatException">It is no lock file.</exception>
    public static ImmutableHashSet<ResolvedPackage> Parse(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            return
            [
                .. from framework in document.RootElement.GetProperty("dependencies").EnumerateObject()
                from entry in framework.Value.EnumerateObject()
                where entry.Value.GetProperty("type").GetString() != "Project"
                select new ResolvedPackage(entry.Name, entry.Value.GetProperty("resolved").GetString()!),
            ];
        }
        catch (Exception problem) when (problem is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw new FormatException($"expected a NuGet lock file: {problem.Message}", problem);
        }
    }
}
