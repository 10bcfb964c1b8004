using UserService.Configuration;

namespace UserService.Hosting;

/// <summary>
/// Whether the service wants requests. On the signal to stop it says no, but serves on for the drain time, because routers need a
/// moment to notice; only then does the server close.
/// </summary>
sealed class Readiness(ServiceOptions options, TimeProvider time, ILogger<Readiness> logger) : IHostedLifecycleService
{
    volatile bool _draining;

    public bool IsDraining => _draining;

    public async Task StoppingAsync(CancellationToken cancellationToken)
    {
        _draining = true;
        logger.Draining(options.Drain.TotalSeconds);
        await Task.Delay(options.Drain, time, cancellationToken);
    }

    public Task StoppedAsync(CancellationToken cancellationToken)
    {
        logger.Stopped();
        return Task.CompletedTask;
    }

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
