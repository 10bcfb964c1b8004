namespace Pipeline.Components.Package;

/// <summary>The folder that NuGet unpacks packages into.</summary>
internal static class NuGetFolder
{
    public static string Find(Func<string, string?> variable) =>
        variable("NUGET_PACKAGES")
        ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
}
