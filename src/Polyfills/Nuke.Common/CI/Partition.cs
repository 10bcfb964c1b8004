using System.ComponentModel;
using System.Globalization;

namespace Nuke.Common.CI;

/// <summary>One of the equal shares that a target is split into.</summary>
[TypeConverter(typeof(TypeConverter))]
public class Partition
{
    /// <summary>The only share of a target that is not split.</summary>
    public static Partition Single { get; } = new() { Part = 1, Total = 1 };

    /// <summary>Which share this is, from 1.</summary>
    public int Part { get; private init; }

    /// <summary>How many shares there are.</summary>
    public int Total { get; private init; }

    /// <summary>Whether this is the share of that number.</summary>
    public bool IsIn(int part) => Part == part;

    /// <summary>The elements of this share: every <see cref="Total" />th.</summary>
    public IEnumerable<T> GetCurrent<T>(IEnumerable<T> enumerable) =>
        enumerable.Where((_, index) => index % Total == Part - 1);

    /// <inheritdoc />
    public override string ToString() => $"{Part}/{Total}";

    /// <summary>Reads <c>2/3</c>.</summary>
    public class TypeConverter : System.ComponentModel.TypeConverter
    {
        /// <inheritdoc />
        public override bool CanConvertFrom(ITypeDescriptorContext context, Type sourceType) =>
            sourceType == typeof(string) || base.CanConvertFrom(context, sourceType);

        /// <inheritdoc />
        public override object ConvertFrom(ITypeDescriptorContext context, CultureInfo culture, object value)
        {
            if (
                value is string text
                && text.Split('/') is [var first, var second]
                && int.TryParse(first, CultureInfo.InvariantCulture, out var part)
                && int.TryParse(second, CultureInfo.InvariantCulture, out var total)
                && part >= 1
                && part <= total
            )
            {
                return new Partition { Part = part, Total = total };
            }

            throw new FormatException($"Expected a share such as 2/3, found '{value}'.");
        }
    }
}
