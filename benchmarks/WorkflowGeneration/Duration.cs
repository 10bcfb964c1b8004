namespace WorkflowGeneration;

/// <summary>How long something took, in milliseconds.</summary>
internal sealed record Duration(double Processor, double Clock)
{
    public override string ToString() => $"{Processor:F0} ms of processor time in {Clock:F0} ms";
}
