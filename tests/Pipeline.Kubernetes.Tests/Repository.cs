namespace Pipeline.Kubernetes.Tests;

/// <summary>Files of the repository that the tests run in.</summary>
internal static class Repository
{
    /// <summary>The full path of a file, given relative to the root.</summary>
    public static string File(string path)
    {
        var directory = new DirectoryInfo(AppContext.BaseDirectory);
        while (!System.IO.File.Exists(Path.Combine(directory.FullName, "Pipeline.sln")))
            directory =
                directory.Parent ?? throw new DirectoryNotFoundException("Pipeline.sln is in no parent directory.");
        return Path.Combine(directory.FullName, path);
    }
}
