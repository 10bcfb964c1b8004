using Nuke.Common.Tooling;
using Nuke.Common.Utilities;

namespace NukeCommon.Tests.Tooling;

public class OptionsExtensionsTests
{
    private static readonly SampleOptions Options = new();

    [Fact]
    public void Configurators_apply_in_a_chain()
    {
        Configure<SampleOptions> force = o => o.SetForce(true);
        Configure<SampleOptions, string> name = (o, value) => o.SetName(value);

        var options = Options.Apply(force).Apply(name, "app");

        Assert.True(options.Force);
        Assert.Equal("app", options.Name);
        Assert.Equal("b", new[] { Options }.Apply(o => o.SetName("b")).Single().Name);
        Assert.True(force.InvokeSafe(Options).Force);
        Assert.Same(Options, ((Configure<SampleOptions>)null!).InvokeSafe(Options));
    }

    [Fact]
    public void Steps_are_conditional()
    {
        Assert.Equal("app", Options.When(true, o => o.SetName("app")).Name);
        Assert.Null(Options.When(false, o => o.SetName("app")).Name);
        Assert.Equal("app", Options.When(o => o.Name is null, o => o.SetName("app")).Name);
        Assert.Null(Options.When(o => o.Force is true, o => o.SetName("app")).Name);
        Assert.Equal("app", Options.WhenNotNull("app", (o, name) => o.SetName(name)).Name);
        Assert.Null(Options.WhenNotNull((string)null!, (o, name) => o.SetName(name)).Name);
    }

    [Fact]
    public void Values_combine_to_variants()
    {
        var variants = Options
            .CombineWith(["a", "b"], (o, name) => o.SetName(name))
            .CombineWith([1, 2], (o, level) => o.SetLevel(level));

        Assert.Equal(
            [("a", 1), ("a", 2), ("b", 1), ("b", 2)],
            variants.Select(variant => (variant.Name, variant.Level!.Value))
        );
    }

    [Fact]
    public void Configurators_combine_to_variants()
    {
        var variants = Options.CombineWith(o => o.SetName("a"), o => o.SetName("b"));

        Assert.Equal(["a", "b"], variants.Select(variant => variant.Name));
    }

    [Fact]
    public void A_value_can_make_several_variants()
    {
        var variants = Options.CombineWith(
            ["a"],
            (o, name) => new[] { o.SetName(name), o.SetName(name + name) }.AsEnumerable()
        );

        Assert.Equal(["a", "aa"], variants.Select(variant => variant.Name));
    }
}
