using System.ComponentModel;
using System.Globalization;
using System.Reflection;
using Nuke.Common.Utilities;

namespace Nuke.Common.Tooling;

/// <summary>Base of string enumerations, whose values are the public static fields of the derived class.</summary>
public abstract class Enumeration
{
    protected string Value { get; set; }

    public static implicit operator string(Enumeration value) => value?.Value;

    public static bool operator ==(Enumeration a, Enumeration b) => Equals(a, b);

    public static bool operator !=(Enumeration a, Enumeration b) => !Equals(a, b);

    public override bool Equals(object obj) =>
        obj is Enumeration other && GetType() == other.GetType() && Value == other.Value;

    public override int GetHashCode() => Value?.GetHashCode(StringComparison.Ordinal) ?? 0;

    public override string ToString() => Value;

    /// <summary>Converts the name of a field of <typeparamref name="T"/>, in any case; other text is an error that lists the names.</summary>
    public class TypeConverter<T> : TypeConverter
        where T : Enumeration, new()
    {
        public override bool CanConvertFrom(ITypeDescriptorContext context, Type sourceType) =>
            sourceType == typeof(string) || base.CanConvertFrom(context, sourceType);

        public override object ConvertFrom(ITypeDescriptorContext context, CultureInfo culture, object value)
        {
            if (value is not string text)
                return value is null ? null : base.ConvertFrom(context, culture, value);

            var fields = typeof(T)
                .GetFields(BindingFlags.Public | BindingFlags.Static)
                .Where(field => field.FieldType == typeof(T))
                .ToList();
            var match = fields.Find(field => field.Name.EqualsOrdinalIgnoreCase(text));
            return match?.GetValue(obj: null)
                ?? throw new ArgumentException(
                    $"Expected one of {fields.Select(field => field.Name).JoinCommaSpace()}, but found '{text}'"
                );
        }
    }
}
