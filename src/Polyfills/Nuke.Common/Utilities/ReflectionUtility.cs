using System.Collections;
using System.ComponentModel;
using System.Globalization;

namespace Nuke.Common.Utilities;

/// <summary>Conversion of text, as it comes from a command line, to the types of parameters.</summary>
public static class ReflectionUtility
{
    /// <summary>Converts <paramref name="value"/> by the type converter of <typeparamref name="T"/>.</summary>
    public static T Convert<T>(string value) => (T)Convert(value, typeof(T), separator: null, booleanDefault: false);

    /// <summary>Converts one text; a collection type takes it split at <paramref name="separator"/>.</summary>
    public static object Convert(string value, Type destinationType, char? separator, bool booleanDefault)
    {
        if (!destinationType.IsCollectionLike())
            return ConvertScalar(value, destinationType, booleanDefault);

        var values = separator is { } at ? value.Split(at, StringSplitOptions.RemoveEmptyEntries) : [value];
        return Convert(values, destinationType, booleanDefault);
    }

    /// <summary>Converts several texts to a collection type, or the only one to a scalar type.</summary>
    public static object Convert(IReadOnlyCollection<string> values, Type destinationType, bool booleanDefault)
    {
        if (!destinationType.IsCollectionLike())
        {
            Assert.True(
                values.Count <= 1,
                $"Expected one value of type {destinationType.GetDisplayShortName()} but found {values.Count}: {values.JoinSpace()}"
            );
            return ConvertScalar(values.SingleOrDefault() ?? "", destinationType, booleanDefault);
        }

        var elementType = destinationType.GetScalarType();
        var items = (IList)Activator.CreateInstance(typeof(List<>).MakeGenericType(elementType));
        foreach (var value in values)
            items.Add(ConvertScalar(value, elementType, booleanDefault));

        if (destinationType.IsInstanceOfType(items))
            return items;

        var array = Array.CreateInstance(elementType, items.Count);
        items.CopyTo(array, index: 0);
        return array;
    }

    /// <summary>Whether the type takes several values: an array or a generic list.</summary>
    public static bool IsCollectionLike(this Type type) =>
        type.IsArray || (type.IsGenericType && type.IsAssignableTo(typeof(IEnumerable)));

    /// <summary>The element type of a collection, or the type itself.</summary>
    public static Type GetScalarType(this Type type) =>
        type.IsArray ? type.GetElementType()
        : type.IsCollectionLike() ? type.GetGenericArguments()[0]
        : type;

    /// <summary>The type's name as it is written in C#, without namespaces.</summary>
    public static string GetDisplayShortName(this Type type)
    {
        if (Nullable.GetUnderlyingType(type) is { } underlying)
            return $"{underlying.GetDisplayShortName()}?";
        if (type.IsArray)
            return $"{type.GetElementType().GetDisplayShortName()}[]";
        if (type.IsGenericType)
            return $"{type.Name[..type.Name.IndexOf('`')]}<{type.GetGenericArguments().Select(GetDisplayShortName).JoinCommaSpace()}>";

        return Type.GetTypeCode(type) switch
        {
            TypeCode.String => "string",
            TypeCode.Boolean => "bool",
            TypeCode.Int32 when !type.IsEnum => "int",
            _ => type.Name,
        };
    }

    private static object ConvertScalar(string value, Type destinationType, bool booleanDefault)
    {
        var type = Nullable.GetUnderlyingType(destinationType) ?? destinationType;
        if (type == typeof(bool) && value.Length == 0)
            return booleanDefault;

        try
        {
            return type == typeof(string)
                ? value
                : TypeDescriptor.GetConverter(type).ConvertFromString(null, CultureInfo.InvariantCulture, value);
        }
        catch (Exception exception)
        {
            var known = type.IsEnum ? $", one of {Enum.GetNames(type).JoinCommaSpace()}" : "";
            throw new ArgumentException(
                $"Expected a value of type {destinationType.GetDisplayShortName()}{known}, but found '{value}'",
                exception
            );
        }
    }
}
