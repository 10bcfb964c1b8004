namespace Pipeline.LocalCluster.Resources;

/// <summary>The part of an object that a write may change.</summary>
public enum WriteScope
{
    /// <summary>Everything but the status.</summary>
    Object,

    /// <summary>The status only, through the subresource of that name.</summary>
    Status,

    /// <summary>The replicas only, through the scale subresource.</summary>
    Scale,
}
