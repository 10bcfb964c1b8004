using System.Collections;
using System.Globalization;

namespace Nuke.Common.Tooling;

/// <summary>The values that options keep: collections as lists and dictionaries of their own, scalars as the property's type.</summary>
internal static class OptionValue
{
    public static T As<T>(object value) => value is null ? default : (T)value;

    public static object Stored(Type propertyType, object value)
    {
        var arguments = propertyType.IsAssignableTo(typeof(IEnumerable)) ? propertyType.GetGenericArguments() : [];
        return arguments.Length switch
        {
            2 => Activator.CreateInstance(typeof(Dictionary<,>).MakeGenericType(arguments), value),
            1 => Activator.CreateInstance(typeof(List<>).MakeGenericType(arguments), value),
            _ => Scalar(Nullable.GetUnderlyingType(propertyType) ?? propertyType, value),
        };
    }

    private static object Scalar(Type type, object value) =>
        type.IsInstanceOfType(value) ? value
        : type == typeof(string) ? System.Convert.ToString(value, CultureInfo.InvariantCulture)
        : System.Convert.ChangeType(value, type, CultureInfo.InvariantCulture);
}
