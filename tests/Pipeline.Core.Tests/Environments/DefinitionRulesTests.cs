using System.Security.Cryptography;
using Pipeline.Core.Environments;
using Pipeline.Core.Evidence;
using Pipeline.Core.Evidence.Signing;
using Pipeline.Core.Tests.Rollouts;

namespace Pipeline.Core.Tests.Environments;

public sealed class DefinitionRulesTests
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    public static TheoryData<RolloutStrategy, string> BadStrategies =>
        new()
        {
            {
                new RolloutStrategy.Rolling { MaxSurge = 0, MaxUnavailable = Percent.Zero },
                "production.Rolling.MaxSurge is 0 and MaxUnavailable is 0%: one of them must be above 0"
            },
            {
                new RolloutStrategy.Rolling { MaxSurge = -1 },
                "production.Rolling.MaxSurge is -1: a number of pods is not negative"
            },
            {
                new RolloutStrategy.Rolling { MaxUnavailable = Percent.Of(12.5m) },
                "production.Rolling.MaxUnavailable is 12.5 %: a Deployment has whole percents"
            },
            {
                new RolloutStrategy.BlueGreen { Standby = -Minute },
                "production.BlueGreen.Standby is -00:01:00: it must not be negative"
            },
            {
                new RolloutStrategy.BlueGreen { PreviewChecks = ["users"] },
                "production.BlueGreen.PreviewChecks has 'users': a path begins with a slash"
            },
            {
                Plans.CanaryOf(5, 25, 20, 100),
                "production.Canary.Stages[2].Weight is 20: weights must rise; 20 follows 25"
            },
            { Plans.CanaryOf(5, 25), "production.Canary.Stages[1].Weight is 25: the last weight must be 100" },
            { Plans.CanaryOf(0, 100), "production.Canary.Stages[0].Weight is 0: the first weight must be above 0" },
            { Plans.CanaryOf(), "production.Canary.Stages is empty: a canary has at least one stage" },
            {
                new RolloutStrategy.Canary { Stages = [new(Percent.Of(0.5m), Minute), new(Percent.Full, Minute)] },
                "production.Canary.Stages[0].Weight is 0.5: weights are whole percents, as a route carries them"
            },
            {
                new RolloutStrategy.Canary { Stages = [new(Percent.Full, TimeSpan.Zero)] },
                "production.Canary.Stages[0].MaximumDuration is 00:00:00: it must be positive"
            },
            {
                new RolloutStrategy.Canary { Stages = [new(Percent.Full, Minute) { MinimumSamples = -5 }] },
                "production.Canary.Stages[0].MinimumSamples is -5: it must not be negative"
            },
            {
                Plans.CanaryOf(100) with
                {
                    Standby = -Minute,
                },
                "production.Canary.Standby is -00:01:00: it must not be negative"
            },
        };

    [Fact]
    public void A_good_definition_has_no_problems()
    {
        Assert.Empty(Plans.Service.Problems());
    }

    [Theory]
    [MemberData(nameof(BadStrategies))]
    public void A_bad_strategy_is_named_with_environment_key_value_and_rule(RolloutStrategy strategy, string problem)
    {
        Assert.Equal([problem], Plans.Define(strategy).Problems());
    }

    [Fact]
    public void The_criteria_of_a_stage_are_checked_as_the_metrics_of_the_environment_are()
    {
        var metric = Plans.Service.Environments[0].Metrics[0];
        var canary = Plans.CanaryOf(5, 100);
        canary = canary with { Stages = [canary.Stages[0] with { Criteria = [metric, metric] }, canary.Stages[1]] };

        var problem = Assert.Single(Plans.Define(canary).Problems());

        Assert.Equal("production.Canary.Stages[0].Criteria: 'error rate' names 2 metrics: names are unique", problem);
    }

    [Fact]
    public void All_problems_are_reported_at_once()
    {
        var good = Plans.Service;
        var bad = good with
        {
            Name = "User Service",
            TrafficRoute = "users",
            Environments =
            [
                good.Environments[0] with
                {
                    Name = "Prod",
                    Replicas = 0,
                    Resources = new ComputeResources("half", "512MB"),
                    Configuration = good.Environments[0].Configuration.Add("LOG LEVEL", "warn"),
                    Strategy = Plans.CanaryOf(50, 10),
                },
                good.Environments[0],
            ],
        };

        Assert.Equal(
            [
                "Name is 'User Service': a service name has lower-case letters, digits and dashes",
                "TrafficRoute is 'users': a route begins with a slash",
                "Prod.Name is 'Prod': an environment's name is also its namespace, a DNS label",
                "Prod.Replicas is 0: an environment runs at least 1 pod",
                "Prod.Resources.Cpu is 'half': expected a quantity such as 250m",
                "Prod.Resources.Memory is '512MB': expected a quantity such as 256Mi",
                "Prod.Configuration has 'LOG LEVEL': an environment variable has letters, digits and underscores",
                "Prod.Canary.Stages[1].Weight is 10: weights must rise; 10 follows 50",
                "Prod.Canary.Stages[1].Weight is 10: the last weight must be 100",
            ],
            bad.Problems()
        );
    }

    [Fact]
    public void Keys_that_are_none_and_demands_that_nobody_can_meet_are_named()
    {
        var good = Plans.Service;
        var demanding = good.Environments[0] with
        {
            Evidence = [new RequiredStatement.Tests { SignedBy = ["release"], NoOlderThan = TimeSpan.Zero }],
        };
        var bad = good with { TrustedKeys = [new TrustedKey("ci", "secret")], Environments = [demanding] };

        var problems = bad.Problems().ToList();

        Assert.Equal(3, problems.Count);
        Assert.StartsWith("TrustedKeys: key ci: expected a public key in PEM form", problems[0]);
        Assert.EndsWith("the test result is to be signed by 'release', which TrustedKeys does not have", problems[1]);
        Assert.EndsWith("the test result is to be no older than 00:00:00: it must be positive", problems[2]);
    }

    [Fact]
    public void A_key_in_PEM_form_is_good()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var trusted = new TrustedKey("release", key.ExportSubjectPublicKeyInfoPem());

        Assert.Empty((Plans.Service with { TrustedKeys = [trusted] }).Problems());
    }
}
