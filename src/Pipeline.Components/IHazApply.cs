using Nuke.Common;

namespace Pipeline.Components;

/// <summary>Has targets that only show what they would change, unless told to change it.</summary>
public interface IHazApply : INukeBuild
{
    /// <summary>Whether the change is made.</summary>
    [Parameter("Makes the change that is only shown otherwise")]
    bool Apply => TryGetValue<bool?>(() => Apply) ?? false;
}
