using System.Collections;
using System.ComponentModel;
using System.Globalization;
using System.Reflection;
using Nuke.Common.CI;
using Nuke.Common.IO;

namespace Nuke.Common.ValueInjection;

/// <summary>Turns words into values of a parameter's type, always in the invariant culture.</summary>
internal static class ValueConversion
{
    /// <summary>How many words a parameter of that type takes from the command line.</summary>
    public static Arity ArityOf(Type type) =>
        (Nullable.GetUnderlyingType(type) ?? type) == typeof(bool) ? Arity.None
        : ElementOf(type) != null ? Arity.Many
        : Arity.One;

    /// <summary>The value; a <see cref="FormatException" /> where the words are not of that type.</summary>
    public static object Convert(IReadOnlyList<string> words, Type type, string separator = null)
    {
        if (ElementOf(type) is { } element)
        {
            var parts = string.IsNullOrEmpty(separator)
                ? words
                : [.. words.SelectMany(x => x.Split(separator, StringSplitOptions.RemoveEmptyEntries))];
            var array = Array.CreateInstance(element, parts.Count);
            for (var i = 0; i < parts.Count; i++)
                array.SetValue(One(parts[i], element), i);
            return array;
        }

        if (words.Count == 0)
            return ArityOf(type) == Arity.None ? true : throw new FormatException("a value is missing");
        return words.Count == 1
            ? One(words[0], type)
            : throw new FormatException($"one value was expected, {words.Count} were given");
    }

    /// <summary>What a message calls the type: <c>true or false</c>, <c>a number (double)</c>, <c>one of Debug, Release</c>.</summary>
    public static string Expected(Type type)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (ElementOf(type) is { } element)
            return $"values, each {Expected(element)}";
        if (KnownValues.Of(type) is { Count: > 0 } values)
            return $"one of {string.Join(", ", values)}";
        return type switch
        {
            _ when type == typeof(bool) => "true or false",
            _ when type == typeof(string) => "a text",
            _ when type == typeof(int) || type == typeof(long) => "a whole number",
            _ when type == typeof(double) || type == typeof(decimal) || type == typeof(float) =>
                $"a number ({type.Name.ToLowerInvariant()})",
            _ when type == typeof(AbsolutePath) => "a path",
            _ when type == typeof(Partition) => "a share such as 2/3",
            _ when type == typeof(TimeSpan) => "a duration such as 00:01:30",
            _ => $"a value of type {type.Name}",
        };
    }

    /// <summary>The type of the elements where the type can be given as an array, otherwise null.</summary>
    public static Type ElementOf(Type type)
    {
        if (type.IsArray)
            return type.GetElementType();
        return type.IsInterface && type.IsGenericType && typeof(IEnumerable).IsAssignableFrom(type)
            ? type.GetGenericArguments()[0]
            : null;
    }

    private static object One(string word, Type type)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (type == typeof(string))
            return word;
        if (type == typeof(bool))
            return bool.Parse(word);
        if (type.IsEnum)
            return ParseEnum(word, type);
        // double.Parse takes "1,5" for 15: its default is to drop thousands separators wherever they stand.
        if (type == typeof(double))
            return double.Parse(word, NumberStyles.Float, CultureInfo.InvariantCulture);
        if (type == typeof(decimal))
            return decimal.Parse(word, NumberStyles.Float, CultureInfo.InvariantCulture);
        if (type == typeof(float))
            return float.Parse(word, NumberStyles.Float, CultureInfo.InvariantCulture);
        // TimeSpan.Parse takes "30" for thirty days.
        if (type == typeof(TimeSpan) && !word.Contains(':'))
            throw new FormatException("a duration without colons has no unit");
        return FromConverter(word, type) ?? FromParse(word, type);
    }

    private static object ParseEnum(string word, Type type)
    {
        var key = ParameterName.Key(word);
        var name = Enum.GetNames(type).FirstOrDefault(x => ParameterName.Key(x) == key);
        return name == null ? throw new FormatException() : Enum.Parse(type, name);
    }

    private static object FromConverter(string word, Type type)
    {
        // TypeDescriptor finds the same converter, and takes tens of milliseconds to start.
        var name = type.GetCustomAttribute<TypeConverterAttribute>()?.ConverterTypeName;
        if (name == null || Type.GetType(name) is not { } converterType)
            return null;

        var converter = (TypeConverter)(
            converterType.GetConstructor([typeof(Type)]) is { } constructor
                ? constructor.Invoke([type])
                : Activator.CreateInstance(converterType)
        );
        return converter!.ConvertFromInvariantString(word)
            ?? throw new FormatException($"{converterType.Name} gave no value");
    }

    private static object FromParse(string word, Type type)
    {
        var parse =
            type.GetMethod("Parse", [typeof(string), typeof(IFormatProvider)])
            ?? type.GetMethod("Parse", [typeof(string)]);
        if (parse is { IsStatic: true })
            return parse.Invoke(
                null,
                parse.GetParameters().Length == 1 ? [word] : [word, CultureInfo.InvariantCulture]
            );

        return type.GetConstructor([typeof(string)])?.Invoke([word])
            ?? throw new NotSupportedException(
                $"{type.Name} has no type converter, no static Parse(string) method and no constructor that takes a string"
            );
    }
}
