using Pipeline.Components.Package;
using Pipeline.Core;
using Pipeline.Core.Environments;

namespace Pipeline.Components.Deliver;

/// <summary>What must hold before a cluster is even looked at.</summary>
internal static class Preconditions
{
    /// <exception cref="DeliveryException">Something does not hold; the message lists all of it.</exception>
    public static void Check(ServiceDefinition service, bool embedded, double? errorRate, int? latencyMs)
    {
        var problems = service.Problems().Select(problem => $"Delivery.cs: {problem}").ToList();
        if (!embedded && (errorRate, latencyMs) is not (null, null))
            problems.Add(
                "--fault-error-rate and --fault-latency-ms work on the embedded cluster only: leave them or --context out"
            );
        if (errorRate is { } rate and not (>= 0 and <= 1))
            problems.Add($"--fault-error-rate is {rate}: a share lies between 0 and 1");
        if (latencyMs is < 0)
            problems.Add($"--fault-latency-ms is {latencyMs}: a delay is at least 0");
        if (problems.Count > 0)
            throw new DeliveryException(string.Join(Environment.NewLine, problems), ExitCode.BuildFailed);
    }

    /// <exception cref="DeliveryException">The image is good enough for a rehearsal only, and this is none.</exception>
    public static void Check(ImageRecord image, bool embedded)
    {
        if (embedded)
            return;
        if (image.IsDirty)
            throw new DeliveryException(
                $"{image.Version} was built from sources that are not committed: commit them and build again",
                ExitCode.PromotionRefused
            );
        if (image.Base == "none")
            throw new DeliveryException(
                $"{image.Digest} is labelled base=none: it has no operating system below it and runs on the embedded cluster only",
                ExitCode.PromotionRefused
            );
    }

    /// <summary>Why a real cluster cannot be delivered to without a registry.</summary>
    public static DeliveryException NoRegistry() =>
        new(
            "a real cluster pulls the image from a registry: name the repository that it was pushed to with --registry",
            ExitCode.BuildFailed
        );
}
