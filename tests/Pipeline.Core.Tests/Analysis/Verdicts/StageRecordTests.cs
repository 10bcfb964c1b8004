using Pipeline.Core.Analysis.Verdicts;

namespace Pipeline.Core.Tests.Analysis.Verdicts;

public class StageRecordTests
{
    public static TheoryData<string> Situations => [.. Evidence.Keys];

    private static Dictionary<string, StageEvidence> Evidence { get; } =
        new()
        {
            ["nothing"] = StageEvidence.None,
            ["gap"] = Stages.Seen(Stages.Requests(20)).AndNothing(),
            ["pass"] = Stages.Seen(Stages.Requests(500), Stages.Requests(5000, errors: 2)),
            ["fail"] = Stages.Seen(Stages.Requests(100, errors: 30), Stages.Requests(900, errors: 2)),
            ["restart"] = Stages.Seen(Stages.Requests(100), health: new TrackHealth(2, 1)),
            ["later stage"] = Stages
                .Seen(Stages.Requests(500), Stages.Requests(500))
                .ForNextStage()
                .And(Stages.Requests(9)),
        };

    [Theory]
    [MemberData(nameof(Situations))]
    public void A_record_read_back_leads_to_the_same_verdict(string situation)
    {
        var record = Record(Evidence[situation]);

        var readBack = StableJson.Read<StageRecord>(StableJson.WriteCompact(record), "record.json");

        Assert.Equal(StableJson.Write(record.Verdict), StableJson.Write(readBack.Rejudge()));
        Assert.Equal(StableJson.Write(record), StableJson.Write(readBack));
    }

    [Fact]
    public void A_record_names_its_version_query_rule_and_numbers()
    {
        var json = StableJson.WriteCompact(Record(Evidence["fail"]));

        Assert.Contains("\"schemaVersion\":1,\"programVersion\":\"1.2.3\",\"query\":\"GET /metrics\"", json);
        Assert.Contains("\"noData\":{\"kind\":\"hold\"}", json);
        Assert.Contains("\"trigger\":{\"bad\":30,\"total\":100},\"triggerLimit\":0.01", json);
        Assert.Contains("\"verdict\":{\"kind\":\"fail\"", json);
    }

    [Fact]
    public void What_is_no_record_is_refused_by_name()
    {
        var refused = Assert.Throws<FormatException>(() => StableJson.Read<StageRecord>("{}", "record.json"));

        Assert.StartsWith("record.json: expected StageRecord: ", refused.Message);
    }

    private static StageRecord Record(StageEvidence evidence) =>
        StageRecord.Of(Stages.Rules, evidence, TimeSpan.FromSeconds(12.5), "GET /metrics", "1.2.3");
}
