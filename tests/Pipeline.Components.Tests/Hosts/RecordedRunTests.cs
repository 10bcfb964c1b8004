using Pipeline.Components.Hosts.Dialects;

namespace Pipeline.Components.Tests.Hosts;

[Collection(nameof(LogCollection))]
public class RecordedRunTests
{
    [Fact]
    public void GitHub_is_told_of_a_run()
    {
        Snapshot.Matches(RecordedRun.Play(new GitHubDialect(), hasOutputFile: true), "github.txt");
    }

    [Fact]
    public void Azure_is_told_of_a_run()
    {
        Snapshot.Matches(RecordedRun.Play(new AzureDialect(), hasOutputFile: false), "azure.txt");
    }

    [Fact]
    public void A_terminal_shows_the_log_of_a_run_as_it_is()
    {
        Snapshot.Matches(RecordedRun.Play(new TerminalDialect(), hasOutputFile: false), "terminal.txt");
    }
}
