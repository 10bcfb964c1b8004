using Nuke.Common;
using NukeCommon.Tests.Engine;
using Serilog;

namespace NukeCommon.Tests.Execution;

public sealed class DiscoveryTests : EngineTest
{
    [Fact]
    public void Targets_of_components_are_targets_of_the_build()
    {
        var run = Run<Build>(x => ((IPackage)x).Pack);

        Assert.Equal("Compile Test Pack", run.Targets);
    }

    [Fact]
    public void A_component_is_re_implemented_and_extended_by_the_class()
    {
        var run = Run<Build>(x => ((IVerify)x).Test);

        Assert.Equal(["compiled", "tested", "tested twice"], Messages(run));
    }

    [Fact]
    public void A_derived_component_takes_the_place_of_the_target_that_it_redeclares()
    {
        var run = Run<Redeclaring>(x => ((IVerify)x).Test);

        Assert.Equal(["compiled", "compiled natively", "tested"], Messages(run));
    }

    [Fact]
    public void An_override_starts_from_what_it_overrides()
    {
        var run = Run<Derived>(x => x.Deploy);

        Assert.Equal(["deployed", "checked", "announced"], Messages(run));
    }

    [Fact]
    public void Base_without_a_base_is_an_error()
    {
        var run = Run<Baseless>(x => x.Deploy);

        Assert.Equal("Target Deploy calls Base(), but no base class of Baseless has a target Deploy.", run.Error);
    }

    [Fact]
    public void Definitions_are_inherited_from_other_targets()
    {
        var run = Run<Derived>(x => x.DeployTwice);

        Assert.Equal(["deployed", "checked", "announced", "deployed", "checked", "announced"], Messages(run));
    }

    [Fact]
    public void Two_components_with_the_same_target_are_an_error()
    {
        var run = Run<Ambiguous>(x => x.Default);

        Assert.Equal(255, (byte)run.ExitCode);
        Assert.Equal(
            "Target Compile comes from both ICompile and IOtherCompile: implement it in Ambiguous to say which one is meant.",
            run.Error
        );
    }

    [Fact]
    public void A_component_without_a_single_target_has_to_be_told_which_one_is_meant()
    {
        var run = Run<Vague>(x => x.Default);

        Assert.Equal(
            "Target Default: IPackage has 0 properties of type Setup; name the one that is meant, as in DependsOn<IPackage>(x => x.Target).",
            run.Error
        );
    }

    [Fact]
    public void Try_relations_count_where_the_build_has_the_component()
    {
        var run = Run<Build>(x => x.Optional);

        Assert.Equal("Compile Test Pack Optional", run.Targets);
    }

    [Fact]
    public void Try_relations_are_nothing_where_the_build_lacks_the_component()
    {
        var run = Run<Derived>(x => x.Optional);

        Assert.Equal("Optional", run.Targets);
    }

    [Fact]
    public void A_context_is_set_up_before_and_cleaned_up_after_even_when_the_target_fails()
    {
        var run = Run<WithContext>(x => x.Use);

        Assert.Equal("Create Use Delete", run.Targets);
        Assert.Equal(255, (byte)run.ExitCode);
    }

    [Fact]
    public void A_delegate_that_is_no_target_is_an_error()
    {
        var run = Run<Foreign>(x => x.Default);

        Assert.StartsWith("Target Default relates to ", run.Error);
        Assert.EndsWith(
            "which is no target: targets are properties of Foreign or of one of its components.",
            run.Error
        );
    }

    private static IEnumerable<string> Messages(EngineRun run) =>
        run.Lines.Where(x => x.EndsWith("ed") || x.EndsWith("natively") || x.EndsWith("twice"));

    [Fact]
    public void A_private_property_with_the_name_of_a_component_s_hides_nothing()
    {
        var run = Run<Shortcut>(x => x.Show, "--count", "3");

        Assert.Contains("count 3", run.Lines);
    }

    private interface ICompile : INukeBuild
    {
        Target Compile => _ => _.Executes(() => Log.Information("compiled"));
    }

    private interface IOtherCompile : INukeBuild
    {
        Target Compile => _ => _.Executes(() => { });
    }

    private interface IVerify : ICompile
    {
        Target Test => _ => _.DependsOn<ICompile>().Executes(() => Log.Information("tested"));
    }

    private interface IPackage : IVerify
    {
        Target Pack => _ => _.DependsOn<IVerify>(x => x.Test).Executes(() => { });
    }

    private interface INative : ICompile
    {
        new Target Compile =>
            _ => _.Inherit<ICompile>(x => x.Compile).Executes(() => Log.Information("compiled natively"));
    }

    private interface IContext : INukeBuild
    {
        Setup Create => _ => _.Executes(() => { });

        Cleanup Delete => _ => _.Executes(() => { });
    }

    private class Build : NukeBuild, IPackage
    {
        Target IVerify.Test => _ => _.Inherit<IVerify>().Executes(() => Log.Information("tested twice"));

        public Target Optional => _ => _.TryDependsOn<IPackage>(x => x.Pack).Executes(() => { });
    }

    private class Redeclaring : NukeBuild, INative, IVerify;

    private class Base : NukeBuild
    {
        public virtual Target Deploy => _ => _.Executes(() => Log.Information("deployed"));
    }

    private class Middle : Base
    {
        public override Target Deploy => _ => _.Base().Executes(() => Log.Information("checked"));
    }

    private class Derived : Middle
    {
        public override Target Deploy => _ => _.Base().Executes(() => Log.Information("announced"));

        public Target DeployTwice => _ => _.Inherit(Deploy, Deploy);

        public Target Optional =>
            _ =>
                _.TryDependsOn<IPackage>(x => x.Pack)
                    .TryDependentFor<IPackage>(x => x.Pack)
                    .TryBefore<IPackage>(x => x.Pack)
                    .TryAfter<IPackage>(x => x.Pack)
                    .TryTriggers<IPackage>(x => x.Pack)
                    .TryTriggeredBy<IPackage>(x => x.Pack)
                    .Executes(() => { });
    }

    private class Baseless : NukeBuild
    {
        public Target Deploy => _ => _.Base();
    }

    private class Ambiguous : NukeBuild, ICompile, IOtherCompile
    {
        public Target Default => _ => _;
    }

    private class Vague : NukeBuild, IPackage
    {
        public Target Default => _ => _.DependsOnContext<IPackage>();
    }

    private class WithContext : NukeBuild, IContext
    {
        public Target Use => _ => _.DependsOnContext<IContext>().Executes(() => throw new IOException("broken"));
    }

    private interface IHazCount : INukeBuild
    {
        [Parameter]
        int Count => TryGetValue<int?>(() => Count) ?? 7;
    }

    private class Shortcut : NukeBuild, IHazCount
    {
        private int Count => ((IHazCount)this).Count;

        public Target Show => _ => _.Executes(() => Log.Information("count {Count}", Count));
    }

    private class Foreign : NukeBuild
    {
        public Target Default => _ => _.DependsOn(other => other.Description("not a property"));
    }
}
