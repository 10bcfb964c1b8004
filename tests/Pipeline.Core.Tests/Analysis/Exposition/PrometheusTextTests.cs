using Pipeline.Core.Analysis.Exposition;

namespace Pipeline.Core.Tests.Analysis.Exposition;

public class PrometheusTextTests
{
    [Fact]
    public void Reads_names_labels_and_values()
    {
        var exposition = PrometheusText.Parse(
            """
            # HELP http_requests_total Requests: all of them, "even" bad ones.
            # TYPE http_requests_total counter
            http_requests_total{method="GET",route="/users/{id}",status="200"} 17
            http_requests_total{ status = "500", route="/users", } 3 1700000000000

            up 1
            """
        );

        Assert.Empty(exposition.Problems);
        Assert.Equal(
            [
                """http_requests_total{method="GET",route="/users/{id}",status="200"}""",
                """http_requests_total{route="/users",status="500"}""",
                "up",
            ],
            exposition.Samples.Select(sample => sample.Series.Text)
        );
        Assert.Equal([17, 3, 1], exposition.Samples.Select(sample => sample.Value));
    }

    [Theory]
    [InlineData("NaN", double.NaN)]
    [InlineData("+Inf", double.PositiveInfinity)]
    [InlineData("-Inf", double.NegativeInfinity)]
    [InlineData("1.5e-3", 0.0015)]
    [InlineData("-2", -2)]
    public void Reads_every_form_of_a_value(string text, double expected)
    {
        var exposition = PrometheusText.Parse($"x {text}");

        Assert.Equal(expected, exposition.Samples.Single().Value);
    }

    [Fact]
    public void Unescapes_label_values()
    {
        var exposition = PrometheusText.Parse("""x{path="C:\\temp",text="a \"word\"\nand, = {more}"} 1""");

        var labels = exposition.Samples.Single().Series.Labels;
        Assert.Equal("""C:\temp""", labels["path"]);
        Assert.Equal("a \"word\"\nand, = {more}", labels["text"]);
    }

    [Fact]
    public void Writes_a_series_as_it_reads_it()
    {
        const string line = """x{a="\\ \" \n",b=""}""";

        Assert.Equal(line, PrometheusText.Parse(line + " 1").Samples.Single().Series.Text);
    }

    [Theory]
    [InlineData("x", "expected a value and at most a timestamp at column 2, found the end of the line")]
    [InlineData("x y", "expected a number, found 'y'")]
    [InlineData("x 1 2 3", "expected a value and at most a timestamp at column 3, found '1 2 3'")]
    [InlineData("x 1 soon", "expected a timestamp in milliseconds, found 'soon'")]
    [InlineData("9x 1", "expected a metric name at column 1, found '9x 1'")]
    [InlineData("x{a=\"b\" 1", "expected ',' at column 9, found '1'")]
    [InlineData("x{a=b} 1", "expected '\"' at column 5, found 'b} 1'")]
    [InlineData("x{a=\"b} 1", "expected a closing quote at column 10, found the end of the line")]
    [InlineData("x{a=\"\\t\"} 1", "expected 'n', '\\' or '\"' after a backslash at column 7, found 't\"} 1'")]
    [InlineData("x{a=\"1\",a=\"2\"} 1", "label 'a' is given twice")]
    [InlineData("x{1=\"2\"} 1", "expected a label name or '}' at column 3, found '1=\"2\"} 1'")]
    [InlineData("# TYPE x", "expected '# TYPE name type', found '# TYPE x'")]
    public void Reports_a_malformed_line_and_reads_the_others(string malformed, string problem)
    {
        var exposition = PrometheusText.Parse($"good 1\n{malformed}\ngood_too 2\n");

        Assert.Equal([$"line 2: {problem}"], exposition.Problems.AsEnumerable());
        Assert.Equal(["good", "good_too"], exposition.Samples.Select(sample => sample.Series.Name));
    }

    [Fact]
    public void A_series_that_comes_twice_is_reported()
    {
        var exposition = PrometheusText.Parse("x{a=\"1\",b=\"2\"} 1\nx{b=\"2\",a=\"1\"} 5");

        Assert.Equal(["line 2: x{a=\"1\",b=\"2\"} repeats line 1"], exposition.Problems.AsEnumerable());
        Assert.Equal(1, exposition.Samples.Single().Value);
    }

    [Fact]
    public void Counters_and_the_counts_of_histograms_are_what_only_grows()
    {
        var exposition = PrometheusText.Parse(
            """
            # TYPE requests_total counter
            requests_total 1
            # TYPE temperature gauge
            temperature 20
            # TYPE seconds histogram
            seconds_bucket{le="+Inf"} 2
            seconds_count 2
            seconds_sum 0.5
            undeclared_total 7
            """
        );

        Assert.Equal(
            ["requests_total", "seconds_bucket", "seconds_count"],
            exposition.Counters.Select(sample => sample.Series.Name)
        );
    }

    [Fact]
    public void The_samples_of_OpenMetrics_are_read_and_its_exemplars_left_out()
    {
        var exposition = PrometheusText.Parse(
            """
            # TYPE requests counter
            # UNIT requests requests
            requests_total{route="/a#b"} 17 1520879607.789 # {trace_id="x y"} 0.67 1520879607
            requests_created{route="/a#b"} 1520430000
            # TYPE seconds histogram
            seconds_bucket{le="+Inf"} 3 # {trace_id="z"} 0.2
            # EOF
            """
        );

        Assert.Empty(exposition.Problems);
        Assert.Equal(
            [("requests_total{route=\"/a#b\"}", 17.0), ("seconds_bucket{le=\"+Inf\"}", 3.0)],
            exposition.Counters.Select(sample => (sample.Series.Text, sample.Value))
        );
    }

    [Theory]
    [InlineData("x 1 1520879607789")]
    [InlineData("x 1 1520879607.789")]
    public void A_timestamp_is_in_milliseconds_or_as_OpenMetrics_has_it_in_seconds(string line)
    {
        var sample = PrometheusText.Parse(line).Samples.Single();

        Assert.Equal(DateTimeOffset.FromUnixTimeMilliseconds(1520879607789), sample.At);
    }
}
