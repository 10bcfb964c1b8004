namespace Pipeline.Core.Workflows.Definitions;

/// <summary>A program that targets expect on the machine.</summary>
public enum StageTool
{
    /// <summary>The vulnerability scanner.</summary>
    Trivy,
}
