using Nuke.Common.Execution;

namespace Nuke.Common;

/// <summary>Looks targets up by the property that defines them.</summary>
public static class ExecutableTargetExtensions
{
    /// <summary>Whether the target that the property defines is among them.</summary>
    public static bool Contains(this IEnumerable<ExecutableTarget> targets, Target target) =>
        targets.Any(x => x.Factory.Equals(target));

    /// <inheritdoc cref="Contains(IEnumerable{ExecutableTarget}, Target)" />
    public static bool Contains(this IEnumerable<ExecutableTarget> targets, Setup target) =>
        targets.Any(x => x.Factory.Equals(target));

    /// <inheritdoc cref="Contains(IEnumerable{ExecutableTarget}, Target)" />
    public static bool Contains(this IEnumerable<ExecutableTarget> targets, Cleanup target) =>
        targets.Any(x => x.Factory.Equals(target));
}
