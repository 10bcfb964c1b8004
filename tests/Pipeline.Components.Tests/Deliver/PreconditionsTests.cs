using Pipeline.Components.Deliver;
using Pipeline.Components.Package;
using Pipeline.Core;
using Pipeline.Core.Environments;

namespace Pipeline.Components.Tests.Deliver;

public sealed class PreconditionsTests
{
    [Fact]
    public void A_fault_on_a_real_cluster_is_refused()
    {
        var refusal = Refusal(() =>
            Preconditions.Check(Services.Good, embedded: false, errorRate: 0.05, latencyMs: null)
        );

        Assert.Contains("--fault-error-rate and --fault-latency-ms work on the embedded cluster only", refusal.Message);
        Assert.Equal(ExitCode.BuildFailed, refusal.ExitCode);
    }

    [Theory]
    [InlineData(1.5, null, "--fault-error-rate is 1.5")]
    [InlineData(double.NaN, null, "--fault-error-rate is NaN")]
    [InlineData(null, -1, "--fault-latency-ms is -1")]
    public void A_fault_out_of_range_is_refused(double? errorRate, int? latencyMs, string message)
    {
        var refusal = Refusal(() => Preconditions.Check(Services.Good, embedded: true, errorRate, latencyMs));

        Assert.Contains(message, refusal.Message);
    }

    [Fact]
    public void Every_problem_of_the_definition_is_listed()
    {
        var bad = Services.Good with { Environments = [Services.Good.Environments[0] with { Replicas = 0 }], Port = 0 };

        var refusal = Refusal(() => Preconditions.Check(bad, embedded: true, null, null));

        Assert.Contains("Delivery.cs: Port is 0", refusal.Message);
        Assert.Contains("Delivery.cs: development.Replicas is 0", refusal.Message);
    }

    [Fact]
    public void A_fault_on_the_embedded_cluster_is_welcome()
    {
        Preconditions.Check(Services.Good, embedded: true, errorRate: 0.05, latencyMs: 1500);
    }

    [Theory]
    [InlineData("1.2.3-dirty.0a1b2c3d", "sha256:ab", "not committed")]
    [InlineData("1.2.3", "none", "labelled base=none")]
    public void An_image_for_rehearsals_stays_off_real_clusters(string version, string @base, string message)
    {
        var image = new ImageRecord("localhost/user-service", "sha256:cd", version, @base);

        var refusal = Refusal(() => Preconditions.Check(image, embedded: false));
        Preconditions.Check(image, embedded: true);

        Assert.Contains(message, refusal.Message);
        Assert.Equal(ExitCode.PromotionRefused, refusal.ExitCode);
    }

    private static DeliveryException Refusal(Action check) => Assert.Throws<DeliveryException>(check);
}
