using System.Globalization;
using System.Text.Json.Serialization;

namespace Pipeline.Core;

/// <summary>A share of a whole, from 0 to 100.</summary>
[JsonConverter(typeof(PercentJsonConverter))]
public readonly record struct Percent : IComparable<Percent>
{
    private Percent(decimal value) => Value = value;

    /// <summary>Nothing: 0 %.</summary>
    public static Percent Zero => default;

    /// <summary>Everything: 100 %.</summary>
    public static Percent Full { get; } = new(100);

    /// <summary>The number before the percent sign, 0 to 100.</summary>
    public decimal Value { get; }

    /// <summary>The same share as a fraction, 0 to 1.</summary>
    public double Fraction => (double)Value / 100;

    /// <summary>A share of <paramref name="value"/> percent.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is under 0 or over 100.</exception>
    public static Percent Of(decimal value) =>
        value is >= 0 and <= 100
            ? new Percent(value)
            : throw new ArgumentOutOfRangeException(nameof(value), value, "a percentage lies between 0 and 100");

    /// <summary>How many of <paramref name="count"/> whole things make up at least this share.</summary>
    public int CeilingOf(int count) => (int)Math.Ceiling(count * Value / 100);

    /// <inheritdoc/>
    public int CompareTo(Percent other) => Value.CompareTo(other.Value);

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Value:0.####} %");

    public static bool operator <(Percent left, Percent right) => left.Value < right.Value;

    public static bool operator <=(Percent left, Percent right) => left.Value <= right.Value;

    public static bool operator >(Percent left, Percent right) => left.Value > right.Value;

    public static bool operator >=(Percent left, Percent right) => left.Value >= right.Value;
}
