using System.Globalization;
using System.Reflection;
using Nuke.Common.Tooling;

namespace NukeCommon.Tests.Tooling;

/// <summary>One property for each way in which an argument can be written.</summary>
[Command(Type = typeof(SampleTasks), Command = nameof(SampleTasks.Sample), Arguments = "sample run")]
public class SampleOptions : ToolOptions
{
    [Argument(Format = "--name {value}")]
    public string Name => Get<string>(() => Name);

    [Argument(Format = "--token {value}", Secret = true)]
    public string Token => Get<string>(() => Token);

    [Argument(Format = "--level={value}")]
    public int? Level => Get<int?>(() => Level);

    [Argument(Format = "--force")]
    public bool? Force => Get<bool?>(() => Force);

    [Argument(Format = "--color:{value}")]
    public bool? Color => Get<bool?>(() => Color);

    [Argument(Format = "{value}", Position = 1)]
    public string First => Get<string>(() => First);

    [Argument(Format = "{value}", Position = 2)]
    public string Second => Get<string>(() => Second);

    [Argument(Format = "{value}", Position = -2)]
    public string SecondLast => Get<string>(() => SecondLast);

    [Argument(Format = "{value}", Position = -1)]
    public string Last => Get<string>(() => Last);

    [Argument(Format = "--item {value}")]
    public IReadOnlyList<string> Items => Get<List<string>>(() => Items);

    [Argument(Format = "--joined {value}", Separator = ",")]
    public IReadOnlyList<string> Joined => Get<List<string>>(() => Joined);

    [Argument(Format = "--quoted:{value}", Separator = " ", QuoteMultiple = true)]
    public IReadOnlyList<string> Quoted => Get<List<string>>(() => Quoted);

    [Argument(Format = "-p:{key}={value}")]
    public IReadOnlyDictionary<string, object> Properties => Get<Dictionary<string, object>>(() => Properties);

    [Argument(Format = "-- {key}={value}", Separator = " ")]
    public IReadOnlyDictionary<string, object> Pairs => Get<Dictionary<string, object>>(() => Pairs);

    [Argument(Format = "--limit {value}", FormatterMethod = nameof(Minutes))]
    public TimeSpan? Limit => Get<TimeSpan?>(() => Limit);

    private static string Minutes(TimeSpan value, PropertyInfo property) =>
        value.TotalMinutes.ToString(CultureInfo.InvariantCulture);
}
