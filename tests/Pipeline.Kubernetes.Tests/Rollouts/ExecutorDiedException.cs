namespace Pipeline.Kubernetes.Tests.Rollouts;

internal sealed class ExecutorDiedException : Exception;
