namespace Nuke.Common.Utilities;

/// <summary>A clean-up action in the form of a disposable.</summary>
public class DelegateDisposable : IDisposable
{
    private Action cleanup;

    private DelegateDisposable(Action cleanup) => this.cleanup = cleanup;

    /// <summary>Runs <paramref name="setup"/> now and <paramref name="cleanup"/> once, at disposal.</summary>
    public static IDisposable CreateBracket(Action setup = null, Action cleanup = null)
    {
        setup?.Invoke();
        return new DelegateDisposable(cleanup);
    }

    public void Dispose() => Interlocked.Exchange(ref cleanup, null)?.Invoke();
}
