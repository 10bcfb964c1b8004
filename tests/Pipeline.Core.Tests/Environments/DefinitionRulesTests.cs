using Pipeline.Core.Environments;
using Pipeline.Core.Tests.Rollouts;

namespace Pipeline.Core.Tests.Environments;

public sealed class DefinitionRulesTests
{
    [Fact]
    public void A_good_definition_has_no_problems()
    {
        Assert.Empty(Plans.Service.Problems());
    }

    [Theory]
    [InlineData(new[] { 5, 25, 20, 100 }, "weights must rise; 20 follows 25")]
    [InlineData(new[] { 5, 25 }, "the last weight must be 100")]
    [InlineData(new[] { 0, 100 }, "the first weight must be above 0")]
    [InlineData(new int[0], "a canary has at least one stage")]
    public void A_bad_schedule_is_named_with_environment_and_key(int[] weights, string rule)
    {
        var problem = Assert.Single(Plans.Define(Plans.CanaryOf(weights)).Problems());

        Assert.StartsWith("production.Canary.Stages", problem);
        Assert.EndsWith(rule, problem);
    }

    [Fact]
    public void All_problems_are_reported_at_once()
    {
        var good = Plans.Service;
        var bad = good with
        {
            Name = "User Service",
            Environments = [good.Environments[0] with { Replicas = 0, Name = "Prod" }, good.Environments[0]],
        };

        var problems = bad.Problems().ToList();

        Assert.Equal(3, problems.Count);
        Assert.Contains("Prod.Replicas is 0: an environment runs at least 1 pod", problems);
    }
}
