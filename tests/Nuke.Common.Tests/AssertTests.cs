using NukeAssert = Nuke.Common.Assert;

namespace NukeCommon.Tests;

public class AssertTests
{
    [Fact]
    public void A_failed_condition_names_its_expression()
    {
        var count = 3;

        var exception = Assert.Throws<ArgumentException>(() => NukeAssert.True(count > 5));

        Assert.Equal("count > 5", exception.ParamName);
        Assert.Throws<ArgumentException>(() => NukeAssert.False(count < 5));
    }

    [Fact]
    public void A_failure_carries_message_and_cause()
    {
        var cause = new InvalidOperationException();

        var exception = Assert.Throws<Exception>(() => NukeAssert.Fail("broken", cause));

        Assert.Equal("broken", exception.Message);
        Assert.Same(cause, exception.InnerException);
    }

    [Fact]
    public void Values_that_are_there_are_returned()
    {
        Assert.Equal("a", NukeAssert.NotNull("a"));
        Assert.Equal(1, NukeAssert.NotNull((int?)1));
        Assert.Equal("a", NukeAssert.NotNullOrEmpty("a"));
        Assert.Equal("a", NukeAssert.NotNullOrWhiteSpace("a"));
    }

    [Fact]
    public void Values_that_are_missing_throw()
    {
        Assert.Throws<ArgumentException>(() => NukeAssert.NotNull((string)null!));
        Assert.Throws<ArgumentException>(() => NukeAssert.NotNull((int?)null));
        Assert.Throws<ArgumentException>(() => NukeAssert.NotNullOrEmpty(""));
        Assert.Throws<ArgumentException>(() => NukeAssert.NotNullOrWhiteSpace(" "));
    }

    [Fact]
    public void A_wrong_count_lists_the_elements()
    {
        string[] items = ["a", "b"];

        var exception = Assert.Throws<ArgumentException>(() => NukeAssert.HasSingleItem(items));

        Assert.Contains("has 2: a, b", exception.Message);
        Assert.Throws<ArgumentException>(() => NukeAssert.Empty(items));
        Assert.Throws<ArgumentException>(() => NukeAssert.NotEmpty(Array.Empty<string>()));
        NukeAssert.Count(items, 2);
    }

    [Fact]
    public void A_missing_file_or_directory_is_named()
    {
        using var folder = new TemporaryFolder();
        var missing = folder.Path / "missing";

        var exception = Assert.Throws<ArgumentException>(() => NukeAssert.FileExists(missing));

        Assert.Contains(missing, exception.Message);
        Assert.Throws<ArgumentException>(() => NukeAssert.DirectoryExists(missing));
        NukeAssert.DirectoryExists(folder.Path);
    }
}
