using System.Diagnostics;
using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;

namespace UserService.Tests.Hosting;

public class ProcessTests
{
    const string Ada = """{"name":"Ada","email":"ada@example.org"}""";
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    [SkippableFact]
    public async Task SIGTERM_in_the_middle_of_a_request_lets_it_finish_then_the_process_ends_with_0()
    {
        Skip.If(OperatingSystem.IsWindows(), "Windows has no SIGTERM.");
        using var process = Start(("PORT", "0"), ("DRAIN__SECONDS", "0"), ("LOG__LEVEL", "debug"));
        var log = new List<JsonNode>();
        var listening = await ReadUntilAsync(process, log, "listening on");
        var address = new Uri((string)listening["State"]!["Urls"]!);
        using var client = new TcpClient(address.Host, address.Port);
        using var answers = new StreamReader(client.GetStream(), leaveOpen: true);

        await SendAsync(client, "POST /users HTTP/1.1\r\nHost: users\r\nContent-Type: application/json\r\n");
        await SendAsync(client, $"Expect: 100-continue\r\nContent-Length: {Ada.Length}\r\n\r\n");
        var accepted = await answers.ReadLineAsync().WaitAsync(Patience);
        await answers.ReadLineAsync().WaitAsync(Patience);
        using (var kill = Process.Start("kill", ["-TERM", $"{process.Id}"]))
            await kill.WaitForExitAsync();
        await ReadUntilAsync(process, log, "not ready any more");
        await SendAsync(client, Ada);
        var answer = await answers.ReadLineAsync().WaitAsync(Patience);
        await ReadUntilAsync(process, log, "stopped");
        await process.WaitForExitAsync().WaitAsync(Patience);

        Assert.Equal("HTTP/1.1 100 Continue", accepted);
        Assert.Equal("HTTP/1.1 201 Created", answer);
        Assert.Equal(0, process.ExitCode);
        Assert.Contains(log, entry => ((string)entry["Message"]!).StartsWith("POST /users 201 in "));
    }

    static async Task SendAsync(TcpClient client, string text) =>
        await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(text));

    static Process Start(params (string Name, string Value)[] variables)
    {
        var program = Path.Combine(AppContext.BaseDirectory, "UserService.dll");
        var start = new ProcessStartInfo("dotnet", [program]) { RedirectStandardOutput = true };
        foreach (var (name, value) in variables)
            start.Environment[name] = value;
        return Process.Start(start)!;
    }

    static async Task<JsonNode> ReadUntilAsync(Process process, List<JsonNode> log, string message)
    {
        while (true)
        {
            var line = await process.StandardOutput.ReadLineAsync().WaitAsync(Patience);
            Assert.NotNull(line);
            log.Add(JsonNode.Parse(line)!);
            if (((string)log[^1]["Message"]!).StartsWith(message))
                return log[^1];
        }
    }
}
