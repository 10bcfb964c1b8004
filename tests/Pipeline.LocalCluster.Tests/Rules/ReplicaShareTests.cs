using System.Text.Json.Nodes;
using Pipeline.LocalCluster.Rules;
using Pipeline.LocalCluster.Rules.Workloads;

namespace Pipeline.LocalCluster.Tests.Rules;

public sealed class ReplicaShareTests
{
    [Theory]
    [InlineData("3", 10, true, 3)]
    [InlineData("\"25%\"", 10, true, 3)]
    [InlineData("\"25%\"", 10, false, 2)]
    [InlineData("\"0%\"", 10, true, 0)]
    [InlineData("\"100%\"", 7, false, 7)]
    public void A_share_is_a_number_of_replicas(string json, int replicas, bool roundUp, int expected)
    {
        Assert.True(ReplicaShare.TryParse(JsonNode.Parse(json), out var share));

        Assert.Equal(expected, share.Of(replicas, roundUp));
    }

    [Theory]
    [InlineData("-1")]
    [InlineData("\"25\"")]
    [InlineData("\"-5%\"")]
    [InlineData("true")]
    [InlineData("null")]
    public void Anything_else_is_refused(string json)
    {
        Assert.False(ReplicaShare.TryParse(JsonNode.Parse(json), out _));
    }
}
