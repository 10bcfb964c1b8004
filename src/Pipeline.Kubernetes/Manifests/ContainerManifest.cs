using System.Globalization;
using k8s.Models;
using Pipeline.Core.Environments;

namespace Pipeline.Kubernetes.Manifests;

/// <summary>The container that the service runs in.</summary>
internal static class ContainerManifest
{
    public static V1Container For(
        ServiceDefinition service,
        DeliveryEnvironment environment,
        TrackImage image,
        ConfigurationHash hash
    ) =>
        new()
        {
            Name = service.Name,
            Image = image.Reference,
            ImagePullPolicy = "IfNotPresent",
            Ports =
            [
                new V1ContainerPort
                {
                    Name = "http",
                    ContainerPort = service.Port,
                    Protocol = "TCP",
                },
            ],
            Env = Variables(service, image),
            EnvFrom =
            [
                new V1EnvFromSource
                {
                    ConfigMapRef = new V1ConfigMapEnvSource { Name = service.Names.Configuration(hash) },
                },
            ],
            Resources = Resources(environment.Resources),
            // A slow start is no reason for a restart: liveness counts only once the process has answered.
            StartupProbe = Probe("/health", service.Port, periodSeconds: 1, failures: 60),
            LivenessProbe = Probe("/health", service.Port, periodSeconds: 10, failures: 3),
            ReadinessProbe = Probe("/ready", service.Port, periodSeconds: 1, failures: 3),
            SecurityContext = new V1SecurityContext
            {
                AllowPrivilegeEscalation = false,
                ReadOnlyRootFilesystem = true,
                Capabilities = new V1Capabilities { Drop = ["ALL"] },
            },
        };

    private static List<V1EnvVar> Variables(ServiceDefinition service, TrackImage image)
    {
        var variables = new List<V1EnvVar>
        {
            // The diagnostics port of .NET is a file, and the file system is read-only.
            new() { Name = "DOTNET_EnableDiagnostics", Value = "0" },
            new()
            {
                Name = "POD_IP",
                ValueFrom = new V1EnvVarSource { FieldRef = new V1ObjectFieldSelector { FieldPath = "status.podIP" } },
            },
            new() { Name = "PORT", Value = service.Port.ToString(CultureInfo.InvariantCulture) },
        };
        if (image.Digest is not null)
            variables.Add(new V1EnvVar { Name = "IMAGE_DIGEST", Value = image.Digest });
        return variables;
    }

    private static V1ResourceRequirements Resources(ComputeResources resources)
    {
        Dictionary<string, ResourceQuantity> Amounts() =>
            new()
            {
                ["cpu"] = new ResourceQuantity(resources.Cpu),
                ["memory"] = new ResourceQuantity(resources.Memory),
            };
        return new V1ResourceRequirements { Requests = Amounts(), Limits = Amounts() };
    }

    private static V1Probe Probe(string path, int port, int periodSeconds, int failures) =>
        new()
        {
            HttpGet = new V1HTTPGetAction { Path = path, Port = port },
            PeriodSeconds = periodSeconds,
            TimeoutSeconds = 1,
            FailureThreshold = failures,
        };
}
