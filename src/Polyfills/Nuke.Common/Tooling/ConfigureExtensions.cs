using System.Collections.Concurrent;
using System.Runtime.ExceptionServices;

namespace Nuke.Common.Tooling;

/// <summary>Execution of the variants that a configurator makes.</summary>
public static class ConfigureExtensions
{
    public static T InvokeSafe<T>(this Configure<T> configurator, T obj) =>
        configurator is null ? obj : configurator(obj);

    /// <summary>
    /// Executes every variant, at most <paramref name="degreeOfParallelism"/> at a time. After a failure nothing new
    /// is started, unless <paramref name="completeOnFailure"/>.
    /// </summary>
    public static IReadOnlyCollection<(TOptions Settings, IReadOnlyCollection<Output> Output)> Invoke<TOptions>(
        this CombinatorialConfigure<TOptions> configurator,
        Func<TOptions, IReadOnlyCollection<Output>> executor,
        int degreeOfParallelism,
        bool completeOnFailure
    )
        where TOptions : ToolOptions, new()
    {
        var variants = configurator(new TOptions()).ToList();
        var outputs = new IReadOnlyCollection<Output>[variants.Count];
        var failures = new ConcurrentQueue<Exception>();

        Parallel.For(
            fromInclusive: 0,
            toExclusive: variants.Count,
            new ParallelOptions { MaxDegreeOfParallelism = degreeOfParallelism },
            (i, loop) =>
            {
                try
                {
                    outputs[i] = executor(variants[i]);
                }
                catch (Exception exception)
                {
                    failures.Enqueue(exception);
                    if (!completeOnFailure)
                        loop.Stop();
                }
            }
        );

        if (failures.Count > 1)
            throw new AggregateException($"{failures.Count} of {variants.Count} executions failed", failures);
        if (failures.TryPeek(out var failure))
            ExceptionDispatchInfo.Throw(failure);

        return [.. variants.Zip(outputs)];
    }
}
