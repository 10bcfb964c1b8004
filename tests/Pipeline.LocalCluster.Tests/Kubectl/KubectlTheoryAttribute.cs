namespace Pipeline.LocalCluster.Tests.Kubectl;

/// <summary>As <see cref="KubectlFactAttribute"/>, for tests with several cases.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class KubectlTheoryAttribute : TheoryAttribute
{
    public KubectlTheoryAttribute() => Skip = new KubectlFactAttribute().Skip;
}
