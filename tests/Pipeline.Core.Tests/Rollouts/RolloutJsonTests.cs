using Pipeline.Core.Rollouts;

namespace Pipeline.Core.Tests.Rollouts;

public sealed class RolloutJsonTests
{
    [Fact]
    public void A_state_comes_back_as_it_was_written()
    {
        var state = Plans.Begin(Plans.CanaryOf(5, 25, 100)) with
        {
            Outcome = RolloutOutcome.NotProved,
            Reason = "37 requests",
        };

        var read = RolloutJson.Read(RolloutJson.Write(state));

        Assert.Equal(RolloutJson.Write(state), RolloutJson.Write(read));
        Assert.Equal(state.Plan.Stages.ToArray(), read.Plan.Stages.ToArray());
        Assert.Equal(state.Plan.To, read.Plan.To);
    }

    [Fact]
    public void A_first_version_comes_back_without_a_revision_before_it()
    {
        var state = Plans.Begin(Plans.CanaryOf(100), EnvironmentSnapshot.Empty);

        var read = RolloutJson.Read(RolloutJson.Write(state));

        Assert.Null(read.Plan.From);
        Assert.Equal(RolloutKind.Bootstrap, read.Plan.Kind);
    }

    [Fact]
    public void A_state_of_a_newer_version_is_refused_with_both_versions()
    {
        var json = RolloutJson.Write(Plans.Begin(Plans.CanaryOf(100)) with { SchemaVersion = 9 });

        var problem = Assert.Throws<FormatException>(() => RolloutJson.Read(json));

        Assert.Contains("schemaVersion 9, this program reads up to 2", problem.Message);
    }

    [Theory]
    [InlineData("null")]
    [InlineData("{")]
    [InlineData("{\"schemaVersion\":1}")]
    public void Something_else_is_refused(string json)
    {
        Assert.Throws<FormatException>(() => RolloutJson.Read(json));
    }
}
