using System.Reflection;

namespace Nuke.Common.Execution;

/// <summary>
/// The members that a build is made of: those of its classes, then those of its components that no class and no derived
/// component re-implements.
/// </summary>
internal sealed class BuildMembers
{
    private const BindingFlags Declared =
        BindingFlags.Instance
        | BindingFlags.Static
        | BindingFlags.Public
        | BindingFlags.NonPublic
        | BindingFlags.DeclaredOnly;

    private readonly List<MemberInfo> ofClasses = [];
    private readonly List<PropertyInfo> ofComponents = [];
    private readonly Dictionary<string, List<PropertyInfo>> componentsByName = [];

    public BuildMembers(Type buildType)
    {
        var classProperties = AddClasses(buildType);
        AddComponents(buildType, classProperties);
    }

    /// <summary>Fields and properties of the build's classes, the derived class first.</summary>
    public IReadOnlyList<MemberInfo> OfClasses => ofClasses;

    /// <summary>Properties of the build's components that nothing re-implements.</summary>
    public IReadOnlyList<PropertyInfo> OfComponents => ofComponents;

    /// <summary>Every component's property of that name, re-implemented or not.</summary>
    public IReadOnlyList<PropertyInfo> Declarations(string name) => componentsByName.GetValueOrDefault(name, []);

    /// <summary>The name without the interface that an explicit implementation carries.</summary>
    public static string NameOf(MemberInfo member) => member.Name[(member.Name.LastIndexOf('.') + 1)..];

    private HashSet<string> AddClasses(Type buildType)
    {
        var names = new HashSet<string>();
        for (
            var type = buildType;
            type != null && type != typeof(NukeBuild) && type != typeof(object);
            type = type.BaseType
        )
        {
            foreach (var property in type.GetProperties(Declared))
            {
                if (names.Add(NameOf(property)))
                    ofClasses.Add(property);
            }

            // The compiler's own fields (backing fields, closures) have names that no source can spell.
            ofClasses.AddRange(type.GetFields(Declared).Where(x => !x.Name.StartsWith('<')));
        }

        return names;
    }

    private void AddComponents(Type buildType, HashSet<string> classProperties)
    {
        foreach (var component in buildType.GetInterfaces())
        {
            if (component == typeof(INukeBuild))
                continue;

            foreach (var property in component.GetProperties(Declared))
            {
                // An explicit override inside a component is reached through the property that it overrides.
                if (property.Name.Contains('.'))
                    continue;

                if (!componentsByName.TryGetValue(property.Name, out var declarations))
                    componentsByName[property.Name] = declarations = [];
                declarations.Add(property);
            }
        }

        foreach (var (name, declarations) in componentsByName)
        {
            var current = declarations.Where(x => !declarations.Exists(y => IsRedeclaredBy(x, y)));
            ofComponents.AddRange(
                classProperties.Contains(name) ? current.Where(x => !IsImplementedBy(buildType, x)) : current
            );
        }
    }

    // A private property such as "Solution Solution => ((IHazSolution)this).Solution" has the name and implements nothing.
    private static bool IsImplementedBy(Type buildType, PropertyInfo property)
    {
        var map = buildType.GetInterfaceMap(property.DeclaringType!);
        var index = Array.IndexOf(map.InterfaceMethods, property.GetMethod);
        return index >= 0 && map.TargetMethods[index] is { DeclaringType.IsInterface: false };
    }

    private static bool IsRedeclaredBy(PropertyInfo property, PropertyInfo other) =>
        other != property && property.DeclaringType!.IsAssignableFrom(other.DeclaringType);
}
