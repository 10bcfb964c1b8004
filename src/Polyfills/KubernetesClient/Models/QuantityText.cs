using System.Globalization;
using System.Text.RegularExpressions;

namespace k8s.Models;

/// <summary>The written form of quantities; https://kubernetes.io/docs/reference/kubernetes-api/common-definitions/quantity/.</summary>
internal static partial class QuantityText
{
    private static readonly string[] BinarySuffixes = ["", "Ki", "Mi", "Gi", "Ti", "Pi", "Ei"];
    private static readonly string[] DecimalSuffixes = ["n", "u", "m", "", "k", "M", "G", "T", "P", "E"];
    private const int SmallestExponent = -9;

    public static (decimal Number, QuantityNotation Notation) Parse(string text)
    {
        if (Form().Match(text) is not { Success: true } match)
            throw new FormatException(
                $"'{text}' is no quantity: expected a number with an optional suffix such as m, k, Ki, Mi or e3."
            );

        var number = decimal.Parse(match.Groups["number"].Value, NumberStyles.Float, CultureInfo.InvariantCulture);
        var suffix = match.Groups["suffix"].Value;
        if (match.Groups["exponent"] is { Success: true } exponent)
            return (
                Scaled(number, int.Parse(exponent.Value, CultureInfo.InvariantCulture)),
                QuantityNotation.DecimalExponent
            );
        if (suffix.EndsWith('i'))
            return (number * Power(1024, Array.IndexOf(BinarySuffixes, suffix)), QuantityNotation.BinarySuffix);
        return (
            Scaled(number, SmallestExponent + 3 * Array.IndexOf(DecimalSuffixes, suffix)),
            QuantityNotation.DecimalSuffix
        );
    }

    public static string Format(decimal number, QuantityNotation notation)
    {
        if (number == 0)
            return "0";
        // A fraction of a byte has no binary suffix; the API server falls back to milli here as well.
        if (notation == QuantityNotation.BinarySuffix && decimal.IsInteger(number))
            return WithBinarySuffix(number);

        var exponent = 18;
        while (exponent > SmallestExponent && !decimal.IsInteger(Scaled(number, -exponent)))
            exponent -= 3;
        // What is smaller than a nano is rounded up, as the API server does.
        var digits = decimal.Ceiling(Scaled(number, -exponent)).ToString("0", CultureInfo.InvariantCulture);
        if (notation == QuantityNotation.DecimalExponent)
            return exponent == 0 ? digits : $"{digits}e{exponent}";
        return digits + DecimalSuffixes[(exponent - SmallestExponent) / 3];
    }

    private static string WithBinarySuffix(decimal number)
    {
        var power = 0;
        while (power < BinarySuffixes.Length - 1 && number % 1024 == 0)
            (number, power) = (number / 1024, power + 1);
        return number.ToString("0", CultureInfo.InvariantCulture) + BinarySuffixes[power];
    }

    private static decimal Scaled(decimal number, int exponent) =>
        exponent < 0 ? number / Power(10, -exponent) : number * Power(10, exponent);

    private static decimal Power(decimal @base, int exponent)
    {
        var power = 1m;
        for (var i = 0; i < exponent; i++)
            power *= @base;
        return power;
    }

    [GeneratedRegex(
        @"^(?<number>[+-]?(\d+(\.\d*)?|\.\d+))((?<suffix>[numkMGTPE]|[KMGTPE]i)|[eE](?<exponent>[+-]?\d{1,2}))?$"
    )]
    private static partial Regex Form();
}
