using FsCheck;
using FsCheck.Fluent;
using Pipeline.Core.Environments;

namespace Pipeline.Core.Tests.Environments;

public sealed class ReplicaSplitTests
{
    // Argo Rollouts 1.9, utils/replicaset/canary_test.go: TestApproximateWeightedNewStableReplicaCounts.
    [Theory]
    [InlineData(0, 0, "0>0/0 50>0/0 100>0/0")]
    [InlineData(0, 1, "0>0/0 50>0/0 100>0/0")]
    [InlineData(1, 0, "0>0/1 1>0/1 49>0/1 50>1/0 99>1/0 100>1/0")]
    [InlineData(1, 1, "0>0/1 1>1/1 49>1/1 50>1/1 99>1/1 100>1/0")]
    [InlineData(2, 0, "0>0/2 1>1/1 50>1/1 99>1/1 100>2/0")]
    [InlineData(2, 1, "0>0/2 1>1/2 50>1/1 99>2/1 100>2/0")]
    [InlineData(3, 0, "10>1/2 25>1/2 33>1/2 34>1/2 49>1/2 50>2/1")]
    [InlineData(3, 1, "10>1/3 25>1/3 33>1/2 34>1/2 49>2/2 50>2/2")]
    [InlineData(10, 0, "1>1/9 14>1/9 15>2/8 16>2/8 99>9/1")]
    [InlineData(10, 1, "0>0/10 1>1/10 18>2/9 19>2/9 20>2/8 23>2/8 24>3/8 25>3/8 99>10/1 100>10/0")]
    public void Argos_published_results_come_out(int replicas, int surge, string vectors)
    {
        foreach (var vector in vectors.Split(' '))
        {
            var weight = int.Parse(vector.Split('>')[0]);

            var split = ReplicaSplit.Of(replicas, Percent.Of(weight), maySurge: surge > 0);

            Assert.Equal(vector, $"{weight}>{split.Canary}/{split.Stable}");
        }
    }

    // Argo Rollouts 1.9: TestTrafficWeightToReplicas.
    [Theory]
    [InlineData(10, 0, 0)]
    [InlineData(10, 20, 2)]
    [InlineData(10, 25, 3)]
    [InlineData(10, 33, 4)]
    [InlineData(10, 99, 10)]
    [InlineData(10, 100, 10)]
    [InlineData(23, 100, 23)]
    public void A_weight_on_a_route_needs_its_share_of_the_pods_rounded_up(int replicas, int weight, int pods)
    {
        Assert.Equal(pods, ReplicaSplit.ForRoute(replicas, Percent.Of(weight)));
    }

    [Fact]
    public void The_actual_share_is_told()
    {
        var split = ReplicaSplit.Of(3, Percent.Of(10), maySurge: false);

        Assert.Equal(33.3m, Math.Round(split.ActualShare.Value, 1));
        Assert.Equal(23.3m, Math.Round(split.DeviationFrom(Percent.Of(10)), 1));
    }

    [Fact]
    public void A_tie_just_below_all_leaves_the_stable_track_a_pod() =>
        Assert.Equal(new ReplicaSplit(24, 1), ReplicaSplit.Of(25, Percent.Of(98), maySurge: false));

    [Fact]
    public void There_is_always_a_pod_and_never_more_than_one_too_many() =>
        Prop.ForAll(
                Gen.Choose(1, 200).Zip(Gen.Choose(0, 100)).Zip(Gen.Elements(true, false)).ToArbitrary(),
                each =>
                {
                    var ((replicas, weight), maySurge) = each;

                    var split = ReplicaSplit.Of(replicas, Percent.Of(weight), maySurge);

                    Assert.InRange(split.Canary + split.Stable, replicas, maySurge ? replicas + 1 : replicas);
                    Assert.True(split.Canary >= 0 && split.Stable >= 0);
                }
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void Both_tracks_have_a_pod_between_none_and_all_where_there_are_two() =>
        Prop.ForAll(
                Gen.Choose(2, 200).Zip(Gen.Choose(1, 99)).ToArbitrary(),
                each =>
                {
                    var split = ReplicaSplit.Of(each.Item1, Percent.Of(each.Item2), maySurge: false);

                    Assert.True(split is { Canary: > 0, Stable: > 0 });
                }
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void A_larger_weight_never_means_a_smaller_share() =>
        Prop.ForAll(
                Gen.Choose(1, 60).Zip(Gen.Choose(0, 99)).Zip(Gen.Elements(true, false)).ToArbitrary(),
                each =>
                {
                    var ((replicas, weight), maySurge) = each;

                    var lower = ReplicaSplit.Of(replicas, Percent.Of(weight), maySurge);
                    var higher = ReplicaSplit.Of(replicas, Percent.Of(weight + 1), maySurge);

                    Assert.True(lower.ActualShare <= higher.ActualShare);
                }
            )
            .QuickCheckThrowOnFailure();
}
