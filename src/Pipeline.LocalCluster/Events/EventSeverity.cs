namespace Pipeline.LocalCluster.Events;

/// <summary>The <c>type</c> of an Event.</summary>
public enum EventSeverity
{
    Normal,
    Warning,
}
