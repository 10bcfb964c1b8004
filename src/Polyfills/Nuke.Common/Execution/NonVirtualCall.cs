using System.Reflection;

namespace Nuke.Common.Execution;

/// <summary>Reads a property as it is implemented in a certain type, whatever overrides it.</summary>
internal static class NonVirtualCall
{
    public static Delegate Get(PropertyInfo property, object instance)
    {
        // A delegate made from the address of the method does not dispatch, which reflection's Invoke always does.
        var address = property.GetMethod!.MethodHandle.GetFunctionPointer();
        var getter = typeof(Func<>).MakeGenericType(property.PropertyType);
        return (Delegate)((Delegate)Activator.CreateInstance(getter, instance, address))!.DynamicInvoke();
    }
}
