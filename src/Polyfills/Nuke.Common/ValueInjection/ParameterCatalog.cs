using System.Reflection;
using Nuke.Common.Execution;

namespace Nuke.Common.ValueInjection;

/// <summary>All parameters of a build.</summary>
internal sealed class ParameterCatalog
{
    private readonly List<BuildParameter> parameters = [];

    public ParameterCatalog(BuildMembers members)
    {
        foreach (var member in members.OfClasses.Concat(members.OfComponents))
        {
            if (member.IsDefined(typeof(ParameterAttribute)))
                parameters.Add(new BuildParameter(member, member.GetCustomAttribute<ParameterAttribute>()));
        }
    }

    /// <summary>In the order of their declaration. Components may share a name.</summary>
    public IReadOnlyList<BuildParameter> All => parameters;

    /// <summary>How many words an option takes, or null where no parameter has that name.</summary>
    public Arity? ArityOf(string key) => EngineParameter.Find(key)?.Arity ?? parameters.Find(x => x.Key == key)?.Arity;
}
