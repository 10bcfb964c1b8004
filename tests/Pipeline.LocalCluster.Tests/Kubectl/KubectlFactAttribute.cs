namespace Pipeline.LocalCluster.Tests.Kubectl;

/// <summary>A test that needs kubectl, and says so where it is missing.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class KubectlFactAttribute : FactAttribute
{
    public KubectlFactAttribute()
    {
        if (KubectlClient.Program is null)
            Skip = "kubectl is not on the PATH";
    }
}
