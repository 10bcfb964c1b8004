namespace Docker.DotNet;

/// <summary>How a client proves to a remote engine who it is.</summary>
public abstract class Credentials : IDisposable
{
    public abstract bool IsTlsCredentials();

    /// <summary>What every request passes through, around the handler that sends it.</summary>
    public abstract HttpMessageHandler GetHandler(HttpMessageHandler innerHandler);

    public virtual void Dispose() => GC.SuppressFinalize(this);
}
