namespace NukeCommon.Tests.StartUp;

[Trait("Category", "Slow")]
public sealed class SdkInstallationTests
{
    private const string Unreachable = "#!/bin/sh\necho 'curl: (6) Could not resolve host' >&2\nexit 6\n";

    [SkippableTheory]
    [InlineData("10.0.400", false)]
    [InlineData("10.0.401", true)]
    [InlineData("10.0.500", true)]
    [InlineData("10.0.500-preview.1", false)]
    [InlineData("9.0.900", false)]
    public void An_SDK_is_used_if_global_json_accepts_it(string sdk, bool accepted)
    {
        using var repository = With(sdk);
        repository.WriteProgram("../dotnet/curl", Unreachable);

        Assert.Equal(accepted ? 0 : 255, repository.Run().ExitCode);
    }

    [SkippableFact]
    public void A_missing_SDK_is_installed_once_and_found_by_what_the_build_starts()
    {
        using var repository = With("9.0.900");
        repository.WriteProgram(
            "../dotnet/curl",
            """
            #!/bin/sh
            while [ "$1" != --output ]; do shift; done
            cat > "$2" <<'END'
            while [ "$1" != --install-dir ]; do if [ "$1" = --version ]; then version=$2; fi; shift; done
            echo "$version" >> installed
            mkdir -p "$2/sdk/$version/Roslyn/bincore"
            cp "$FAKE/dotnet" "$2/dotnet"
            cp "$FAKE/sdk/9.0.900/Roslyn/bincore/VBCSCompiler" "$2/sdk/$version/Roslyn/bincore"
            END
            """
        );
        repository.Variables["FAKE"] = repository.DotNetFolder;

        var first = repository.Run("Ship");
        var second = repository.Run("Ship");

        Assert.Equal(("first: Ship", "first: Ship"), (first.Output, second.Output));
        Assert.Equal("10.0.401\n", File.ReadAllText(Path.Combine(repository.Root, "installed")));
    }

    [SkippableFact]
    public void An_SDK_that_cannot_be_installed_is_an_error_that_says_what_to_do()
    {
        using var repository = With("9.0.900");
        repository.WriteProgram("../dotnet/curl", Unreachable);

        var run = repository.Run();

        Assert.Equal(
            """
            No .NET SDK 10.0.401 found: installing it into .nuke/temp/dotnet
            curl: (6) Could not resolve host
            The .NET SDK 10.0.401, which global.json names, is not installed and could not be installed from https://dot.net/v1/dotnet-install.sh. Install it (https://dotnet.microsoft.com/download) and make sure that dotnet is on the PATH.

            """,
            run.Errors
        );
    }

    private static ScriptedRepository With(string sdk)
    {
        Skip.IfNot(OperatingSystem.IsLinux(), "build.sh is tested on Linux");
        return new ScriptedRepository(sdk);
    }
}
