using Nuke.Common.Tooling;

namespace NukeCommon.Tests.Tooling;

public class ToolArgumentsTests
{
    private static readonly SampleOptions Options = new();

    [Fact]
    public void The_command_comes_first_and_additional_arguments_last()
    {
        var options = Options.SetLast("end").AddProcessAdditionalArguments("--x 1", "--y").SetName("app");

        Assert.Equal(["sample run", "--name app", "end", "--x 1", "--y"], options.GetArguments());
        Assert.Equal(["sample run", "--z"], Options.SetProcessAdditionalArguments("--z").GetArguments());
    }

    [Fact]
    public void Positions_order_the_arguments_and_the_rest_keeps_the_order_of_the_calls()
    {
        var options = Options
            .SetLast("z")
            .SetSecondLast("y")
            .SetForce(true)
            .SetName("app")
            .SetSecond("b")
            .SetFirst("a")
            .SetLevel(1);

        Assert.Equal(["a", "b", "--force", "--name app", "--level=1", "y", "z"], Arguments(options));
    }

    [Fact]
    public void A_value_set_again_keeps_its_place()
    {
        Assert.Equal(["--name b", "--force"], Arguments(Options.SetName("a").SetForce(true).SetName("b")));
    }

    [Theory]
    [InlineData("plain", "--name plain")]
    [InlineData("white space", "--name \"white space\"")]
    [InlineData("a\"b", "--name \"a\\\"b\"")]
    [InlineData("", "--name \"\"")]
    [InlineData("{key}{value}", "--name {key}{value}")]
    public void A_value_is_one_argument(string value, string expected)
    {
        Assert.Equal([expected], Arguments(Options.SetName(value)));
    }

    [Fact]
    public void A_flag_is_written_only_if_it_is_true()
    {
        Assert.Equal(["--force"], Arguments(Options.SetForce(true)));
        Assert.Empty(Arguments(Options.SetForce(false)));
    }

    [Fact]
    public void A_boolean_with_a_value_is_written_in_lower_case()
    {
        Assert.Equal(["--color:false"], Arguments(Options.SetColor(false)));
    }

    [Fact]
    public void Elements_are_repeated_joined_or_quoted_as_a_whole()
    {
        Assert.Equal(["--item a", "--item \"b c\""], Arguments(Options.SetItems("a", "b c")));
        Assert.Equal(["--joined a,b"], Arguments(Options.SetJoined("a", "b")));
        Assert.Empty(Arguments(Options.SetJoined()));
        Assert.Equal(["--quoted:\"a \\\"b c\\\"\""], Arguments(Options.SetQuoted("a", "b c")));
    }

    [Fact]
    public void Pairs_are_repeated_or_joined()
    {
        Assert.Equal(["-p:A=1", "-p:B=x"], Arguments(Options.SetProperty("A", 1).SetProperty("B", "x")));
        Assert.Equal(["-- A=1 B=x"], Arguments(Options.SetPair("A", 1).SetPair("B", "x")));
    }

    [Fact]
    public void A_formatter_writes_the_value()
    {
        Assert.Equal(["--limit 90"], Arguments(Options.SetLimit(TimeSpan.FromHours(1.5))));
    }

    [Fact]
    public void Secrets_are_those_of_secret_arguments_and_the_added_ones()
    {
        var options = Options.SetToken("t0k3n").SetName("app").AddProcessRedactedSecrets("more");

        Assert.Equal(["t0k3n", "more", "even more"], options.AddProcessRedactedSecrets(["even more"]).GetSecrets());
    }

    private static IEnumerable<string> Arguments(SampleOptions options) => options.GetArguments().Skip(1);
}
