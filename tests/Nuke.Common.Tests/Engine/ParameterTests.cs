using System.ComponentModel;
using System.Globalization;
using System.Reflection;
using Nuke.Common;
using Nuke.Common.Execution;
using Nuke.Common.IO;
using Nuke.Common.Tooling;
using Nuke.Common.ValueInjection;
using Serilog;

namespace NukeCommon.Tests.Engine;

public sealed class ParameterTests : EngineTest
{
    [Fact]
    public void The_command_line_wins_over_everything()
    {
        Variables["FAULT_ERROR_RATE"] = "0.2";
        WriteParameters("parameters.json", """{ "FaultErrorRate": 0.5 }""");

        var run = Run<Build>(x => x.Show, "--fault-error-rate", "0.1");

        Assert.Contains("rate 0.1", run.Lines);
    }

    [Theory]
    [InlineData("FAULT_ERROR_RATE")]
    [InlineData("FaultErrorRate")]
    [InlineData("NUKE_FAULT_ERROR_RATE")]
    public void The_environment_wins_over_files(string variable)
    {
        Variables[variable] = "0.2";
        WriteParameters("parameters.json", """{ "FaultErrorRate": 0.5 }""");

        var run = Run<Build>(x => x.Show);

        Assert.Contains("rate 0.2", run.Lines);
    }

    [Fact]
    public void A_profile_wins_over_the_common_file()
    {
        WriteParameters("parameters.night.json", """{ "FaultErrorRate": 0.4 }""");
        WriteParameters(
            "parameters.json",
            """
            {
              // what everyone gets
              "$schema": "build.schema.json",
              "FaultErrorRate": 0.5,
              "Count": null,
              "Names": ["a", "b"],
              "Keep": true,
            }
            """
        );

        var run = Run<Build>(x => x.Show, "--profile", "night");

        Assert.Contains("rate 0.4", run.Lines);
        Assert.Contains("names a|b", run.Lines);
        Assert.Contains("keep True", run.Lines);
        Assert.Contains("count 7", run.Lines);
    }

    [Fact]
    public void A_profile_that_does_not_exist_is_an_error()
    {
        var run = Run<Build>(x => x.Show, "--profile", "night");

        Assert.Equal(
            $"Profile night was not found: {Root / ".nuke" / "parameters.night.json"} does not exist.",
            run.Error
        );
    }

    [Theory]
    [InlineData("""["x"]""", "is no valid parameters file: expected an object, found StartArray.")]
    [InlineData("""{ "Count": 1""", "is no valid parameters file: ")]
    [InlineData(
        """{ "Count": { "a": 1 } }""",
        "Count is StartObject; expected a text, a number, true, false, or an array of these."
    )]
    public void A_broken_file_is_an_error_that_names_it(string content, string expected)
    {
        WriteParameters("parameters.json", content);

        var run = Run<Build>(x => x.Show);

        Assert.Equal(255, (byte)run.ExitCode);
        Assert.StartsWith($"{Root / ".nuke" / "parameters.json"}", run.Error);
        Assert.Contains(expected, run.Error);
    }

    [Fact]
    public void What_does_not_convert_is_an_error_that_names_its_source()
    {
        WriteParameters("parameters.json", """{ "Count": "many" }""");
        Variables["FAULT_ERROR_RATE"] = "1,5";

        var run = Run<Build>(x => x.Show);

        Assert.Contains(
            $"Parameter --count: expected a whole number, found 'many' (Count in {Root / ".nuke" / "parameters.json"}).",
            run.Output
        );
        Assert.Contains(
            "Parameter --fault-error-rate: expected a number (double), found '1,5' (environment variable FAULT_ERROR_RATE).",
            run.Output
        );
    }

    [Fact]
    public void Several_values_for_a_single_one_are_an_error()
    {
        WriteParameters("parameters.json", """{ "Count": [1, 2] }""");

        var run = Run<Build>(x => x.Show);

        Assert.StartsWith("Parameter --count: expected a whole number, but there are 2 values (Count in ", run.Error);
    }

    [Fact]
    public void Whitespace_does_not_split_a_variable_but_the_separator_does()
    {
        Variables["NAMES"] = "a b";
        Variables["LIST"] = "a,b";

        var run = Run<Build>(x => x.Show);

        Assert.Contains("names a b", run.Lines);
        Assert.Contains("list a|b", run.Lines);
    }

    [Fact]
    public void An_empty_variable_is_no_value()
    {
        Variables["COUNT"] = "";

        var run = Run<Build>(x => x.Show);

        Assert.Contains("count 7", run.Lines);
    }

    [Fact]
    public void Options_of_the_engine_come_from_files_and_prefixed_variables_too()
    {
        Variables["HOST"] = "x86_64-linux";
        Variables["NUKE_VERBOSITY"] = "quiet";
        WriteParameters("parameters.json", """{ "Host": "AzurePipelines" }""");

        var run = Run<Build>(x => x.Show);

        Assert.Equal(Verbosity.Quiet, run.Context.Verbosity);
        Assert.Contains("##[group]Show", run.Lines);
    }

    [Fact]
    public void A_prefix_belongs_to_the_name()
    {
        var run = Run<Build>(x => x.Show, "--release-name", "1.0");

        Assert.Contains("release 1.0", run.Lines);
    }

    [Fact]
    public void A_parameter_without_a_source_keeps_its_default()
    {
        var run = Run<Build>(x => x.Show);

        Assert.Contains("count 7", run.Lines);
        Assert.Contains("level Normal", run.Lines);
        Assert.Contains("release none", run.Lines);
    }

    [Theory]
    [InlineData(typeof(string), "a b", "a b")]
    [InlineData(typeof(bool), "TRUE", true)]
    [InlineData(typeof(int), "-3", -3)]
    [InlineData(typeof(int?), "3", 3)]
    [InlineData(typeof(long), "5000000000", 5000000000L)]
    [InlineData(typeof(double), "1e-3", 0.001)]
    [InlineData(typeof(float), "0.5", 0.5f)]
    [InlineData(typeof(Verbosity), "quiet", Verbosity.Quiet)]
    [InlineData(typeof(DependencyBehavior?), "execute", DependencyBehavior.Execute)]
    public void Words_are_converted(Type type, string word, object expected)
    {
        var value = ValueConversion.Convert([word], type);

        Assert.Equal(expected, value);
    }

    [Fact]
    public void Types_convert_by_their_converter_or_their_parse_method()
    {
        Assert.Equal(TimeSpan.FromSeconds(90), ValueConversion.Convert(["00:01:30"], typeof(TimeSpan)));
        Assert.Equal(1.5m, ValueConversion.Convert(["1.5"], typeof(decimal)));
        Assert.Equal((AbsolutePath)(Root / "x"), ValueConversion.Convert([Root / "x"], typeof(AbsolutePath)));
        Assert.Equal(Colour.Red, ValueConversion.Convert(["red"], typeof(Colour)));
        Assert.Equal(new Celsius(21), ValueConversion.Convert(["21"], typeof(Celsius)));
        Assert.Equal(new Uri("https://a.example/"), ValueConversion.Convert(["https://a.example"], typeof(Uri)));
    }

    [Theory]
    [InlineData(typeof(string[]))]
    [InlineData(typeof(IReadOnlyList<string>))]
    [InlineData(typeof(IEnumerable<string>))]
    public void Collections_take_every_word(Type type)
    {
        var value = ValueConversion.Convert(["a+b", "c"], type, separator: "+");

        Assert.Equal(["a", "b", "c"], Assert.IsAssignableFrom<IEnumerable<string>>(value));
    }

    [Fact]
    public void A_type_that_cannot_be_converted_is_an_error_that_names_the_parameter()
    {
        var run = Run<Unconvertible>(x => x.Nothing, "--stream", "x");

        Assert.Equal(
            "Parameter --stream cannot be given: Stream has no type converter, no static Parse(string) method and no constructor that takes a string.",
            run.Error
        );
    }

    [Fact]
    public void An_enumeration_lists_its_values_and_the_closest_one()
    {
        var run = Run<Unconvertible>(x => x.Nothing, "--colour", "gren");

        Assert.Equal(
            "Parameter --colour: expected one of Red, Green, found 'gren' (--colour). Did you mean Green?",
            run.Error
        );
    }

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

    [Theory]
    [InlineData("FaultErrorRate", "--fault-error-rate")]
    [InlineData("NuGetApiKey", "--nu-get-api-key")]
    [InlineData("IDValue", "--id-value")]
    [InlineData("X", "--x")]
    public void Names_are_spelt_in_kebab_case(string name, string expected)
    {
        Assert.Equal(expected, ParameterName.Option(name));
    }

    [Theory]
    [InlineData("cofniguration", "Configuration")]
    [InlineData("conf", "Configuration")]
    [InlineData("context", "")]
    public void Only_close_names_are_suggested(string given, string expected)
    {
        Assert.Equal(expected, string.Join(' ', ClosestNames.To(given, ["Configuration", "Verbosity"])));
    }

    private void WriteParameters(string file, string content) => File.WriteAllText(Root / ".nuke" / file, content);

    [ParameterPrefix("Release")]
    private interface IRelease : INukeBuild
    {
        [Parameter]
        string Name => TryGetValue(() => Name) ?? "none";
    }

    private interface ILevel : INukeBuild
    {
        [Parameter]
        Verbosity Level => TryGetValue<Verbosity?>(() => Level) ?? Verbosity.Normal;
    }

    private class Build : NukeBuild, IRelease, ILevel
    {
        [Parameter]
        private readonly double FaultErrorRate = 0.3;

        [Parameter]
        private readonly int Count = 7;

        [Parameter]
        private readonly string[] Names = [];

        [Parameter(Separator = ",")]
        private readonly string[] List = [];

        [Parameter]
        private bool Keep { get; }

        public Target Show =>
            _ =>
                _.Executes(() =>
                {
                    Log.Warning("rate {Rate}", FaultErrorRate);
                    Log.Information("rate {Rate}", FaultErrorRate);
                    Log.Information("count {Count}", Count);
                    Log.Information("names {Names}", string.Join('|', Names));
                    Log.Information("list {List}", string.Join('|', List));
                    Log.Information("keep {Keep}", Keep);
                    Log.Information("release {Name}", ((IRelease)this).Name);
                    Log.Information("level {Level}", ((ILevel)this).Level);
                });
    }

    private class Unconvertible : NukeBuild
    {
        [Parameter]
        private readonly Stream Stream = null!;

        [Parameter]
        private readonly Colour Colour = null!;

        public Target Nothing => _ => _.Executes(() => Log.Information("{Stream} {Colour}", Stream, Colour));
    }

    [TypeConverter(typeof(TypeConverter<Colour>))]
    private sealed class Colour : Enumeration
    {
        public static readonly Colour Red = new() { Value = nameof(Red) };
        public static readonly Colour Green = new() { Value = nameof(Green) };
    }

    [TypeConverter(typeof(CelsiusConverter))]
    private sealed record Celsius(double Degrees);

    private sealed class CelsiusConverter(Type type) : TypeConverter
    {
        public override object ConvertFrom(ITypeDescriptorContext? context, CultureInfo? culture, object value) =>
            Activator.CreateInstance(type, double.Parse((string)value, culture))!;
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
