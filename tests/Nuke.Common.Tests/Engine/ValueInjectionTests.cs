using System.Reflection;
using Nuke.Common;
using Nuke.Common.ValueInjection;
using Serilog;

namespace NukeCommon.Tests.Engine;

public sealed class ValueInjectionTests : EngineTest
{
    [Fact]
    public void Other_attributes_inject_their_values_when_the_plan_is_made()
    {
        var run = Run<Injected>(x => x.Show);

        Assert.Contains("field from Label property from Label", run.Lines);
        Assert.Contains("component from Label once", run.Lines);
        Assert.Contains("on demand: null", run.Lines);
    }

    [Fact]
    public void A_value_that_cannot_be_found_is_null_with_a_warning()
    {
        var run = Run<Broken>(x => x.Show);

        Assert.Contains("warning: Value of Broken has no value: not here", run.Lines);
        Assert.Contains("nothing", run.Lines);
    }

    [Fact]
    public void A_member_without_an_attribute_has_no_injected_value()
    {
        var run = Run<Broken>(x => x.Wrong);

        Assert.Contains("error: IPlain.Plain has no attribute that gives it a value, such as [Parameter].", run.Lines);
    }

    [Fact]
    public void TryGetValue_takes_nothing_but_a_member()
    {
        var run = Run<Broken>(x => x.NoMember);

        Assert.StartsWith("TryGetValue takes a member, as in TryGetValue(() => Name); found", run.Error);
    }

    private sealed class LabelAttribute : ValueInjectionAttributeBase
    {
        private static int calls;

        public override object GetValue(MemberInfo member, object instance) =>
            member.DeclaringType!.IsInterface
                ? $"component from {nameof(Injected.Label)} {(Interlocked.Increment(ref calls) == 1 ? "once" : "again")}"
                : $"{member.MemberType.ToString().ToLowerInvariant()} from {GetMemberValue<string>("Label", instance)}";
    }

    private interface ILabelled : INukeBuild
    {
        [Label]
        string Text => TryGetValue(() => Text);
    }

    private class Injected : NukeBuild, ILabelled
    {
        public const string LabelName = nameof(Label);

        [Label]
        private readonly string Field = null!;

        [Label]
        [OnDemand]
        private readonly string Later = null!;

        public string Label { get; } = LabelName;

        [Label]
        private string Property { get; } = null!;

        public Target Show =>
            _ =>
                _.Executes(() =>
                {
                    Log.Information("{Field} {Property}", Field, Property);
                    Log.Information("{First}", ((ILabelled)this).Text);
                    Log.Information("{Second}", ((ILabelled)this).Text);
                    Log.Information("on demand: {Later}", Later ?? "null");
                });
    }

    private sealed class MissingAttribute : ValueInjectionAttributeBase
    {
        public override object GetValue(MemberInfo member, object instance) =>
            throw new FileNotFoundException(GetMemberValueOrNull<string>("NoSuchMember", instance) ?? "not here");
    }

    private interface IPlain : INukeBuild
    {
        string Plain => TryGetValue(() => Plain);

        string Computed => TryGetValue(() => Plain + "x");
    }

    private class Broken : NukeBuild, IPlain
    {
        [Missing]
        private readonly string Value = null!;

        public Target Show => _ => _.Executes(() => Log.Information("{Value}", Value ?? "nothing"));

        public Target Wrong => _ => _.Executes(() => Log.Information("{Value}", ((IPlain)this).Plain));

        public Target NoMember => _ => _.Executes(() => Log.Information("{Value}", ((IPlain)this).Computed));
    }
}
