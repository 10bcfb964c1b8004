using System.Globalization;
using Pipeline.Core.Tests.Architecture;

namespace Pipeline.Core.Tests.Analysis.Intervals;

/// <summary>What R's <c>wilcox.test</c> says about two series; written by wilcox-test.R.</summary>
internal sealed record WilcoxTest(
    string Name,
    double Confidence,
    double[] Canary,
    double[] Stable,
    double Lower,
    double Estimate,
    double Upper,
    double Statistic,
    double PValue
)
{
    public static IReadOnlyList<WilcoxTest> All { get; } =
    [
        .. Repository
            .Read("tests/Pipeline.Core.Tests/Analysis/Intervals/wilcox-test.txt")
            .Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(Parse),
    ];

    private static WilcoxTest Parse(string line)
    {
        var fields = line.Split('|');
        return new WilcoxTest(
            fields[0],
            Number(fields[1]),
            Numbers(fields[2]),
            Numbers(fields[3]),
            Number(fields[4]),
            Number(fields[5]),
            Number(fields[6]),
            Number(fields[7]),
            Number(fields[8])
        );
    }

    private static double[] Numbers(string field) => Array.ConvertAll(field.Split(' '), Number);

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
