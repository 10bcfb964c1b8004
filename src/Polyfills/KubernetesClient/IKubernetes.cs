namespace k8s;

/// <summary>A client of one API server.</summary>
public interface IKubernetes : IDisposable
{
    Uri BaseUri { get; set; }

    ICoreV1Operations CoreV1 { get; }

    IAppsV1Operations AppsV1 { get; }

    ICoordinationV1Operations CoordinationV1 { get; }

    ICustomObjectsOperations CustomObjects { get; }
}
