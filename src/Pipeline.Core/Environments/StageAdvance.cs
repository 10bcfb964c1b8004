namespace Pipeline.Core.Environments;

/// <summary>When a canary's stage that goes well ends.</summary>
public enum StageAdvance
{
    /// <summary>As soon as the evidence suffices.</summary>
    AsSoonAsProved,

    /// <summary>When the whole duration is over, and the evidence suffices then.</summary>
    AfterFullDuration,
}
