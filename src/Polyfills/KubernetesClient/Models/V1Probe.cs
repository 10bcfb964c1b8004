namespace k8s.Models;

/// <summary>How a container is asked whether it lives or is ready; periods and delays in seconds.</summary>
public record V1Probe
{
    public int? FailureThreshold { get; set; }

    public V1HTTPGetAction HttpGet { get; set; }

    public int? InitialDelaySeconds { get; set; }

    public int? PeriodSeconds { get; set; }

    public int? SuccessThreshold { get; set; }

    public int? TimeoutSeconds { get; set; }
}
