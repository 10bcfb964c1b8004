using System.Collections.Immutable;

namespace Pipeline.LocalCluster.Gateway.Routing;

/// <summary>
/// Chooses among weighted alternatives so that every block of 100 choices holds exactly each one's share, in seeded
/// random order: an even pattern would alias with a client that calls its routes in turn. A share that is no whole number
/// of choices is made up over the next blocks.
/// </summary>
public sealed class WeightedChoice
{
    /// <summary>Choices after which the shares have been met.</summary>
    public const int BlockSize = 100;

    private readonly ImmutableArray<int> _weights;
    private readonly long _total;
    private readonly long[] _credits;
    private readonly int[] _block = new int[BlockSize];
    private readonly Random _order;
    private readonly Lock _gate = new();
    private int _next = BlockSize;

    /// <param name="weights">None negative, at least one above 0; they need not add up to 100.</param>
    /// <param name="seed">Equal seeds give equal orders.</param>
    public WeightedChoice(ImmutableArray<int> weights, int seed)
    {
        if (weights.Any(weight => weight < 0) || weights.All(weight => weight == 0))
            throw new ArgumentException(
                $"weights are {string.Join(", ", weights)}: none may be negative and one must be above 0",
                nameof(weights)
            );
        (_weights, _order) = (weights, new Random(seed));
        _total = weights.Sum(weight => (long)weight);
        _credits = new long[weights.Length];
    }

    /// <summary>The index of the alternative whose turn it is.</summary>
    public int Next()
    {
        lock (_gate)
        {
            if (_next == BlockSize)
                Deal();
            return _block[_next++];
        }
    }

    // Smooth weighted round robin: whoever is owed most is next. Its credits return to zero whenever the shares are met.
    private void Deal()
    {
        for (var i = 0; i < BlockSize; i++)
        {
            var chosen = 0;
            for (var candidate = 0; candidate < _credits.Length; candidate++)
            {
                _credits[candidate] += _weights[candidate];
                if (_credits[candidate] > _credits[chosen])
                    chosen = candidate;
            }

            _credits[chosen] -= _total;
            _block[i] = chosen;
        }

        _order.Shuffle(_block);
        _next = 0;
    }
}
