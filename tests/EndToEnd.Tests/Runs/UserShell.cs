namespace EndToEnd.Tests.Runs;

/// <summary>The environment of a user at a terminal: nothing of the test runner, the outer build or a CI service.</summary>
internal static class UserShell
{
    private static readonly string[] Kept =
    [
        "PATH",
        "HOME",
        "USER",
        "LANG",
        "TMPDIR",
        "DOTNET_ROOT",
        "UseRealPackages",
        "http_proxy",
        "https_proxy",
        "no_proxy",
        "HTTP_PROXY",
        "HTTPS_PROXY",
        "NO_PROXY",
        "SSL_CERT_DIR",
        "SSL_CERT_FILE",
    ];

    /// <summary>Its variables.</summary>
    public static IEnumerable<KeyValuePair<string, string>> Variables =>
        from System.Collections.DictionaryEntry variable in Environment.GetEnvironmentVariables()
        let name = (string)variable.Key
        where Kept.Contains(name) || name.StartsWith("NUGET_", StringComparison.Ordinal)
        select KeyValuePair.Create(name, (string)variable.Value!);
}
