using System.ComponentModel;
using System.Globalization;
using Nuke.Common;
using Nuke.Common.IO;
using Nuke.Common.Tooling;
using Nuke.Common.ValueInjection;
using Serilog;

namespace NukeCommon.Tests.Engine;

public sealed class ValueConversionTests : EngineTest
{
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
    public void A_duration_without_a_unit_is_refused()
    {
        var run = Run<Unconvertible>(x => x.Nothing, "--pause", "30");

        Assert.Equal("Parameter --pause: expected a duration such as 00:01:30, found '30' (--pause).", run.Error);
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
    [InlineData("cnfgrtion", "Configuration")]
    [InlineData("vr", "")]
    [InlineData("context", "")]
    public void Only_close_names_are_suggested(string given, string expected)
    {
        Assert.Equal(expected, string.Join(' ', ClosestNames.To(given, ["Configuration", "Verbosity"])));
    }

    private class Unconvertible : NukeBuild
    {
        [Parameter]
        private readonly Stream Stream = null!;

        [Parameter]
        private readonly Colour Colour = null!;

        [Parameter]
        private readonly TimeSpan Pause = TimeSpan.Zero;

        public Target Nothing =>
            _ => _.Executes(() => Log.Information("{Stream} {Colour} {Pause}", Stream, Colour, Pause));
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
}
