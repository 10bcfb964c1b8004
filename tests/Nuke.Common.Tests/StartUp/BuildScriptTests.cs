namespace NukeCommon.Tests.StartUp;

[Trait("Category", "Slow")]
public sealed class BuildScriptTests : IDisposable
{
    private readonly ScriptedRepository? repository = OperatingSystem.IsLinux() ? new() : null;

    private ScriptedRepository Repository
    {
        get
        {
            Skip.If(repository == null, "build.sh is tested on Linux");
            return repository;
        }
    }

    [SkippableFact]
    public void The_program_is_built_once_and_gets_arguments_and_exit_code_through()
    {
        Repository.Variables["CODE"] = "21";

        var first = Repository.Run("Ship", "--label", "a b");
        var second = Repository.Run("Ship", "--label", "a b");

        Assert.Equal("first: Ship --label a b", first.Output);
        Assert.Equal((21, "first: Ship --label a b"), (second.ExitCode, second.Output));
        Assert.Equal(1, Repository.Builds);
    }

    [SkippableTheory]
    [InlineData("src/Program.cs", "second")]
    [InlineData("src/New.cs", "")]
    [InlineData("Directory.Build.props", "")]
    [InlineData("build/_build.csproj", null)]
    public void A_source_that_was_changed_added_or_deleted_is_noticed(string file, string? content)
    {
        Repository.Run();

        if (content == null)
            File.Delete(Path.Combine(Repository.Root, file));
        else
            Repository.Write(file, content);

        Repository.Run();
        Assert.Equal(2, Repository.Builds);
    }

    [SkippableFact]
    public void A_change_that_keeps_size_and_time_is_noticed()
    {
        Repository.Run();
        var time = File.GetLastWriteTimeUtc(Repository.Source);

        Repository.Write("src/Program.cs", "tsrif");
        File.SetLastWriteTimeUtc(Repository.Source, time);

        Assert.Equal("tsrif: Test", Repository.Run("Test").Output);
    }

    [SkippableFact]
    public void A_source_that_is_put_back_with_its_old_time_is_compiled_again()
    {
        Repository.Run();
        var time = File.GetLastWriteTimeUtc(Repository.Source);
        Repository.Write("src/Program.cs", "second");
        Repository.Run();

        Repository.Write("src/Program.cs", "first");
        File.SetLastWriteTimeUtc(Repository.Source, time);

        Assert.Equal("first: Test", Repository.Run("Test").Output);
    }

    [SkippableFact]
    public void An_older_commit_that_is_checked_out_is_compiled_again()
    {
        Repository.Git("init", "--quiet");
        Repository.Commit();
        Repository.Write("src/Program.cs", "later");
        Repository.Commit();
        Repository.Run();

        Repository.Git("checkout", "--quiet", "HEAD~1");

        Assert.Equal("first: Test", Repository.Run("Test").Output);
        Assert.Equal(2, Repository.Builds);
    }

    [SkippableFact]
    public void A_source_that_changes_during_the_build_leads_to_another_build()
    {
        Repository.Variables["EDITED"] = "yes";

        Assert.Equal("edited: Test", Repository.Run("Test").Output);
        Assert.Equal(2, Repository.Builds);
    }

    [SkippableFact]
    public void Real_packages_make_another_program()
    {
        Repository.Run();

        Repository.Variables["UseRealPackages"] = "true";
        Repository.Run();

        Assert.Equal(2, Repository.Builds);
    }

    [SkippableFact]
    public void A_link_to_the_script_runs_it_from_anywhere()
    {
        var link = Path.Combine(Repository.DotNetFolder, "ship");
        File.CreateSymbolicLink(link, Path.Combine(Repository.Root, "build.sh"));

        var run = ScriptedRepository.Run(Repository.Start(["Ship"], script: link, directory: "/"));

        Assert.Equal("first: Ship", run.Output);
    }

    [SkippableFact]
    public void Two_runs_at_once_build_once_and_both_run()
    {
        var first = Repository.Start(["One"]);
        var second = Repository.Start(["Two"]);

        Assert.Equal("first: One", ScriptedRepository.Run(first).Output);
        Assert.Equal("first: Two", ScriptedRepository.Run(second).Output);
        Assert.Equal(1, Repository.Builds);
    }

    [SkippableFact]
    public void A_program_that_does_not_compile_is_an_error_with_the_log()
    {
        Repository.Variables["BROKEN"] = "yes";

        var run = Repository.Run();

        Assert.Equal(255, run.ExitCode);
        Assert.EndsWith("Program.cs(1,1): error\nThe build program does not compile.\n", run.Errors);
    }

    [SkippableFact]
    public void A_program_is_in_use_while_it_runs()
    {
        Repository.Variables["PROBE"] = "yes";

        Assert.Equal("in use", Repository.Run().Output);
    }

    [SkippableFact]
    public void Old_programs_are_removed_unless_they_are_in_use()
    {
        var programs = Path.Combine(Repository.Root, ".nuke", "temp", "build");
        for (var i = 0; i < 7; i++)
        {
            Repository.Write($".nuke/temp/build/{i}/.complete", "");
            Directory.SetLastWriteTimeUtc(Path.Combine(programs, $"{i}"), DateTime.UnixEpoch.AddDays(i));
        }

        // A reader that admits no writer holds the same lock as a running program.
        using (File.Open(Path.Combine(programs, "0", ".complete"), FileMode.Open, FileAccess.Read, FileShare.Read))
            Repository.Run();

        var left = Directory.GetDirectories(programs).Select(Path.GetFileName).Where(x => x!.Length == 1).Order();
        Assert.Equal(["0", "3", "4", "5", "6"], left);
    }

    public void Dispose() => repository?.Dispose();
}
