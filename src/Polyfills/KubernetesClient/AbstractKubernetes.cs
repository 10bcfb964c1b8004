namespace k8s;

/// <summary>A client whose groups of operations all go through one request pipeline.</summary>
public abstract class AbstractKubernetes
    : ICoreV1Operations,
        IAppsV1Operations,
        ICoordinationV1Operations,
        ICustomObjectsOperations
{
    private protected AbstractKubernetes(ApiClient api) => Api = api;

    public ICoreV1Operations CoreV1 => this;

    public IAppsV1Operations AppsV1 => this;

    public ICoordinationV1Operations CoordinationV1 => this;

    public ICustomObjectsOperations CustomObjects => this;

    ApiClient ICoreV1Operations.Api => Api;

    ApiClient IAppsV1Operations.Api => Api;

    ApiClient ICoordinationV1Operations.Api => Api;

    ApiClient ICustomObjectsOperations.Api => Api;

    private protected ApiClient Api { get; }
}
