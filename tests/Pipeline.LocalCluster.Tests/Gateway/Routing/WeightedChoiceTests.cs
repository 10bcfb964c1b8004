using FsCheck;
using FsCheck.Fluent;
using Pipeline.LocalCluster.Gateway.Routing;

namespace Pipeline.LocalCluster.Tests.Gateway.Routing;

public sealed class WeightedChoiceTests
{
    [Theory]
    [InlineData(95, 5)]
    [InlineData(75, 25)]
    [InlineData(100, 0)]
    [InlineData(0, 100)]
    [InlineData(1, 99)]
    public void Every_block_of_a_hundred_holds_exactly_the_shares(int first, int second)
    {
        var choice = new WeightedChoice([first, second], seed: 7);

        for (var block = 0; block < 5; block++)
            Assert.Equal([first, second], Counts(choice, 2, WeightedChoice.BlockSize));
    }

    [Fact]
    public void Weights_need_not_add_up_to_a_hundred()
    {
        var choice = new WeightedChoice([1, 3], seed: 7);

        Assert.Equal([25, 75], Counts(choice, 2, WeightedChoice.BlockSize));
    }

    [Fact]
    public void A_share_that_is_no_whole_number_is_made_up_over_the_blocks()
    {
        var choice = new WeightedChoice([1, 999], seed: 7);

        Assert.Equal([1, 999], Counts(choice, 2, 10 * WeightedChoice.BlockSize));
    }

    [Fact]
    public void The_order_is_the_seeds()
    {
        var once = Sequence(new WeightedChoice([50, 50], seed: 3));
        var again = Sequence(new WeightedChoice([50, 50], seed: 3));
        var other = Sequence(new WeightedChoice([50, 50], seed: 4));

        Assert.Equal(once, again);
        Assert.NotEqual(once, other);
    }

    [Fact]
    public void The_order_is_no_pattern()
    {
        var blocks = Sequence(new WeightedChoice([50, 50], seed: 3)).Chunk(WeightedChoice.BlockSize).ToList();

        Assert.All(blocks.Skip(1), block => Assert.NotEqual(blocks[0], block));
    }

    [Fact]
    public void Concurrent_requests_share_the_blocks()
    {
        var choice = new WeightedChoice([95, 5], seed: 7);
        var second = 0;

        Parallel.For(0, 10_000, _ => Interlocked.Add(ref second, choice.Next()));

        Assert.Equal(500, second);
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(-1, 2)]
    public void Weights_that_give_nobody_a_share_are_refused(int first, int second)
    {
        var error = Assert.Throws<ArgumentException>(() => new WeightedChoice([first, second], seed: 7));

        Assert.Contains($"{first}, {second}", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void After_as_many_blocks_as_the_weights_add_up_to_each_backend_had_its_weight_in_blocks()
    {
        var splits = Gen.Choose(0, 40).ListOf(4).Where(weights => weights.Any(weight => weight > 0));

        var property = Prop.ForAll(
            splits.ToArbitrary(),
            weights =>
            {
                var choice = new WeightedChoice([.. weights], seed: 7);
                var counts = Counts(choice, weights.Count, weights.Sum() * WeightedChoice.BlockSize);
                return counts.SequenceEqual(weights.Select(weight => weight * WeightedChoice.BlockSize));
            }
        );

        Check.QuickThrowOnFailure(property);
    }

    private static int[] Counts(WeightedChoice choice, int backends, int requests)
    {
        var counts = new int[backends];
        for (var i = 0; i < requests; i++)
            counts[choice.Next()]++;
        return counts;
    }

    private static int[] Sequence(WeightedChoice choice) =>
        [.. Enumerable.Range(0, 5 * WeightedChoice.BlockSize).Select(_ => choice.Next())];
}
