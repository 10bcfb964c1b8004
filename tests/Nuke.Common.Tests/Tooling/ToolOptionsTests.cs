using Nuke.Common;
using Nuke.Common.Tooling;

namespace NukeCommon.Tests.Tooling;

public class ToolOptionsTests
{
    private static readonly SampleOptions Options = new();

    [Fact]
    public void A_setter_changes_a_copy()
    {
        var named = Options.SetName("app");

        Assert.Equal("app", named.Name);
        Assert.Null(Options.Name);
        Assert.Null(named.ResetName().Name);
        Assert.Null(named.SetName(null!).Name);
    }

    [Fact]
    public void Values_take_the_type_of_their_property()
    {
        Assert.Equal(3, Options.SetLevel(3).Level);
        Assert.Null(Options.Level);
        Assert.True(Options.SetForce(false).ToggleForce().Force);
        Assert.Equal("3", Options.Modify(b => b.Set(() => Options.Name, 3)).Name);
        Assert.Equal(3, Options.Modify(b => b.Set(() => Options.Level, "3")).Level);
    }

    [Fact]
    public void A_collection_is_kept_as_it_was_when_it_was_set()
    {
        List<string> items = ["a"];
        var options = Options.SetItems(items);

        items.Add("b");

        Assert.Equal(["a"], options.Items);
    }

    [Fact]
    public void A_collection_grows_and_shrinks_on_copies()
    {
        var options = Options.AddItems("a", "b").AddItems(new List<string> { "c" });

        Assert.Equal(["a", "b", "c"], options.Items);
        Assert.Equal(["b", "c"], options.RemoveItems("a").Items);
        Assert.Equal(["c"], options.RemoveItems(new List<string> { "a", "b" }).Items);
        Assert.Empty(options.ClearItems().Items);
        Assert.Equal(["a", "b", "c"], options.Items);
    }

    [Fact]
    public void A_dictionary_grows_and_shrinks_on_copies()
    {
        var options = Options.SetProperties(new Dictionary<string, object> { ["a"] = 1 }).AddProperty("b", 2);

        Assert.Equal(["a", "b"], options.Properties.Keys);
        Assert.Equal(3, options.SetProperty("b", 3).Properties["b"]);
        Assert.Equal(["b"], options.RemoveProperty("a").Properties.Keys);
        Assert.Empty(options.ClearProperties().Properties);
        Assert.Equal(2, options.Properties["b"]);
    }

    [Fact]
    public void A_key_is_not_added_twice()
    {
        var exception = Assert.Throws<ArgumentException>(() => Options.AddProperty("a", 1).AddProperty("a", 2));

        Assert.Contains("Properties has a value for 'a' already", exception.Message);
    }

    [Fact]
    public void Only_a_property_can_be_set()
    {
        Assert.Throws<ArgumentException>(() => Options.Modify(b => b.Set(() => 1 + 2, 3)));
    }

    [Fact]
    public void The_environment_is_that_of_this_process_until_it_is_changed()
    {
        var options = Options.SetProcessEnvironmentVariable("A", "1").AddProcessEnvironmentVariable("B", "2");

        Assert.Equal(EnvironmentInfo.GetVariable("PATH"), options.ProcessEnvironmentVariables["PATH"]);
        Assert.Equal("1", options.ProcessEnvironmentVariables["A"]);
        Assert.False(options.RemoveProcessEnvironmentVariable("B").ProcessEnvironmentVariables.ContainsKey("B"));
        Assert.Empty(options.ClearProcessEnvironmentVariables().ProcessEnvironmentVariables);
        Assert.Equal(
            new Dictionary<string, string> { ["A"] = "1", ["B"] = "2" },
            options
                .SetProcessEnvironmentVariables(new Dictionary<string, string> { ["A"] = "1" })
                .AddProcessEnvironmentVariables(new Dictionary<string, string> { ["B"] = "2" }.AsReadOnly())
                .ProcessEnvironmentVariables
        );
    }

    [Fact]
    public void The_process_is_configured_by_setters()
    {
        var options = Options
            .SetProcessToolPath("/bin/sh")
            .SetProcessWorkingDirectory("/tmp")
            .SetProcessExecutionTimeout(TimeSpan.FromSeconds(2))
            .EnableProcessOutputLogging()
            .DisableProcessInvocationLogging()
            .DisableProcessExitHandling();

        Assert.Equal("/bin/sh", options.ProcessToolPath);
        Assert.Equal("/tmp", options.ProcessWorkingDirectory);
        Assert.Equal(2000, options.ProcessExecutionTimeout);
        Assert.True(options.ProcessOutputLogging);
        Assert.False(options.ProcessInvocationLogging);
        Assert.False(options.ProcessExitHandling);
        Assert.False(options.DisableProcessOutputLogging().ProcessOutputLogging);
        Assert.True(options.EnableProcessInvocationLogging().ProcessInvocationLogging);
        Assert.True(options.EnableProcessExitHandling().ProcessExitHandling);
    }
}
