using System.Collections.Immutable;

namespace Pipeline.Core.Analysis.Exposition;

/// <summary>
/// Reads the Prometheus text format 0.0.4 (https://prometheus.io/docs/instrumenting/exposition_formats/), and of OpenMetrics 1.0
/// the samples; their exemplars are left out.
/// </summary>
public static class PrometheusText
{
    /// <summary>Reads an exposition; a malformed line is reported and left out, it does not spoil the others.</summary>
    public static PrometheusExposition Parse(string text)
    {
        var samples = ImmutableArray.CreateBuilder<PrometheusSample>();
        var types = ImmutableDictionary.CreateBuilder<string, string>();
        var problems = ImmutableArray.CreateBuilder<string>();
        var firstLines = new Dictionary<SeriesId, int>();

        var number = 0;
        foreach (var rawLine in text.AsSpan().EnumerateLines())
        {
            number++;
            var line = rawLine.Trim(" \t").ToString();
            if (line.Length == 0)
                continue;

            try
            {
                if (line[0] == '#')
                {
                    ReadComment(line, types);
                    continue;
                }

                var sample = new SampleLine(line).Read();
                if (!firstLines.TryAdd(sample.Series, number))
                    throw new FormatException($"{sample.Series} repeats line {firstLines[sample.Series]}");
                samples.Add(sample);
            }
            catch (FormatException problem)
            {
                problems.Add($"line {number}: {problem.Message}");
            }
        }

        return new PrometheusExposition(samples.ToImmutable(), types.ToImmutable(), problems.ToImmutable());
    }

    private static void ReadComment(string line, ImmutableDictionary<string, string>.Builder types)
    {
        if (line[1..].Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries) is not ["TYPE", .. var declaration])
            return;
        if (declaration is not [var name, var type])
            throw new FormatException($"expected '# TYPE name type', found '{line}'");
        types[name] = type;
    }
}
