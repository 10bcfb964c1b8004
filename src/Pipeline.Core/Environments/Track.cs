namespace Pipeline.Core.Environments;

/// <summary>One of the two slots that hold a version of a service; traffic is weighed between them.</summary>
public enum Track
{
    A,
    B,
}
