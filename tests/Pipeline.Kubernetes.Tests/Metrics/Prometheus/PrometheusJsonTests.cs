using System.Net;
using Pipeline.Core.Analysis.Counters;
using Pipeline.Kubernetes.Metrics.Prometheus;

namespace Pipeline.Kubernetes.Tests.Metrics.Prometheus;

public sealed class PrometheusJsonTests
{
    [Theory]
    [InlineData("""{"resultType":"vector","result":[]}""", "")]
    [InlineData(
        """{"resultType":"vector","result":[{"metric":{"__name__":"up","pod":"a"},"value":[1.5,"NaN"]}]}""",
        "up{pod=\"a\"} 1500:NaN"
    )]
    [InlineData(
        """{"resultType":"vector","result":[{"metric":{},"value":[1,"+Inf"]},{"metric":{"a":"b"},"value":[1,"-Inf"]}]}""",
        "{} 1000:+Inf; {a=\"b\"} 1000:-Inf"
    )]
    [InlineData(
        """{"resultType":"matrix","result":[{"metric":{"a":"b"},"values":[[1,"1"],[2,"2.5"]]}]}""",
        "{a=\"b\"} 1000:1 2000:2.5"
    )]
    [InlineData("""{"resultType":"scalar","result":[1435781451.781,"1"]}""", "{} 1435781451781:1")]
    public void Every_form_with_numbers_is_read(string data, string series)
    {
        var answer = Assert.IsType<PrometheusAnswer.Series>(Read($$"""{"status":"success","data":{{data}}}"""));

        Assert.Equal(
            series,
            string.Join(
                "; ",
                answer.All.Select(one =>
                    $"{one} {string.Join(' ', one.Points.Select(point => $"{point.At.ToUnixTimeMilliseconds()}:{point.Value}"))}"
                )
            )
        );
    }

    [Fact]
    public void Warnings_and_notes_are_kept()
    {
        var answer = Read(
            """{"status":"success","warnings":["partial"],"infos":["not a counter"],"data":{"resultType":"vector","result":[]}}"""
        );

        Assert.Equal(
            ["partial", "not a counter"],
            Assert.IsType<PrometheusAnswer.Series>(answer).Remarks.AsEnumerable()
        );
    }

    [Theory]
    [InlineData(
        422,
        """{"status":"error","errorType":"execution","error":"many-to-many matching"}""",
        "Prometheus refused the query: execution: many-to-many matching"
    )]
    [InlineData(
        503,
        """{"status":"error","errorType":"timeout","error":"query timed out"}""",
        "Prometheus failed: timeout: query timed out"
    )]
    [InlineData(502, "<html>bad gateway</html>", "Prometheus answered 502")]
    [InlineData(404, "", "Prometheus answered 404")]
    public void What_is_refused_is_unreachable(int status, string text, string detail)
    {
        Assert.Equal(
            new PrometheusAnswer.Nothing(NoDataCause.Unreachable, detail),
            PrometheusJson.Read((HttpStatusCode)status, "text/html", text)
        );
    }

    [Theory]
    [InlineData("<html>\n  <title>Sign in</title>", "expected JSON, found text/html: '<html> <title>Sign in</title>'")]
    [InlineData("", "expected JSON, found text/html: ''")]
    [InlineData(
        """{"status":"success","data":{"resultType":"vec""",
        """expected JSON, found text/html: '{"status":"success","data":{"resultType":"vec'"""
    )]
    [InlineData("""{"status":"pending"}""", "expected status success or error, found 'pending'")]
    [InlineData("null", "expected the form of its documentation, found 'null'")]
    [InlineData(
        """{"status":"success","data":null}""",
        """expected the form of its documentation, found '{"status":"success","data":null}'"""
    )]
    [InlineData(
        """{"status":"success","data":{"resultType":"string","result":[1,"up"]}}""",
        "expected numbers, found a string"
    )]
    [InlineData(
        """{"status":"success","data":{"resultType":"scalar","result":[1,null]}}""",
        """expected the form of its documentation, found '{"status":"success","data":{"resultType":"scalar","result":[1,null]}}'"""
    )]
    [InlineData(
        """{"status":"success","data":{"resultType":"vector","result":[{"metric":{},"histogram":[1,{}]}]}}""",
        """expected the form of its documentation, found '{"status":"success","data":{"resultType":"vector","result":[{"metric":{},"histog…'"""
    )]
    public void What_cannot_be_read_is_malformed(string text, string detail)
    {
        Assert.Equal(
            new PrometheusAnswer.Nothing(NoDataCause.Malformed, $"Prometheus' answer cannot be read: {detail}"),
            PrometheusJson.Read(HttpStatusCode.OK, "text/html", text)
        );
    }

    private static PrometheusAnswer Read(string text) =>
        PrometheusJson.Read(HttpStatusCode.OK, "application/json", text);
}
