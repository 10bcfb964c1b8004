namespace Pipeline.Core.Workflows.Definitions;

/// <summary>An environment that a stage delivers to.</summary>
/// <param name="Name">Its name.</param>
public sealed record StageEnvironment(string Name)
{
    /// <summary>Whether a person approves each delivery.</summary>
    public bool NeedsApproval { get; init; }
}
