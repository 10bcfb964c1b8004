using System.Reflection;
using Nuke.Common.Tooling;

namespace Nuke.Common.ValueInjection;

/// <summary>The values that a type has, where they can be listed.</summary>
internal static class KnownValues
{
    /// <summary>The names of an enum's or an enumeration's values; empty for every other type.</summary>
    public static IReadOnlyList<string> Of(Type type)
    {
        type = ValueConversion.ElementOf(type) ?? Nullable.GetUnderlyingType(type) ?? type;
        if (type.IsEnum)
            return Enum.GetNames(type);
        if (!typeof(Enumeration).IsAssignableFrom(type))
            return [];

        return
        [
            .. type.GetFields(BindingFlags.Public | BindingFlags.Static)
                .Where(x => x.FieldType == type)
                .Select(x => x.Name),
        ];
    }
}
