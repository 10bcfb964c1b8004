using System.Net;
using System.Net.Sockets;
using UserService.Hosting;

namespace UserService.Tests.Hosting;

public class EntryPointTests
{
    readonly StringWriter _errors = new();

    [Fact]
    public async Task A_wrong_variable_ends_the_process_with_1_and_its_name()
    {
        var exitCode = await RunAsync([], ("PORT", "http"));

        Assert.Equal(1, exitCode);
        Assert.Equal(
            $"UserService: environment variable PORT is 'http': expected a whole number from 0 to 65535.{Environment.NewLine}",
            _errors.ToString()
        );
    }

    [Fact]
    public async Task An_unknown_argument_is_refused()
    {
        var exitCode = await RunAsync(["--help", "me"]);

        Assert.Equal(1, exitCode);
        Assert.StartsWith("UserService: expected no argument, or --health; found '--help me'.", _errors.ToString());
    }

    [Fact]
    public async Task A_port_in_use_ends_the_process_with_1_and_its_number()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var port = ((IPEndPoint)other.LocalEndpoint).Port;

        var exitCode = await RunAsync([], ("PORT", $"{port}"), ("LOG__LEVEL", "error"));

        Assert.Equal(1, exitCode);
        Assert.Contains($"http://127.0.0.1:{port}", _errors.ToString());
    }

    [Fact]
    public async Task The_probe_succeeds_on_a_healthy_service()
    {
        await using var service = await RunningService.StartAsync();

        var exitCode = await RunAsync(["--health"], ("PORT", $"{service.Address.Port}"));

        Assert.Equal(0, exitCode);
        Assert.Empty(_errors.ToString());
    }

    [Fact]
    public async Task The_probe_fails_when_nobody_answers()
    {
        // Nothing can listen on port 0.
        var exitCode = await RunAsync(["--health"], ("PORT", "0"));

        Assert.Equal(1, exitCode);
        Assert.StartsWith("UserService: http://127.0.0.1:0/health did not answer: ", _errors.ToString());
    }

    [Fact]
    public async Task The_probe_fails_on_another_answer_than_200()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var answer = AnswerOnceAsync(listener, "HTTP/1.1 503 Service Unavailable\r\nContent-Length: 0\r\n\r\n");

        var exitCode = await RunAsync(["--health"], ("PORT", $"{((IPEndPoint)listener.LocalEndpoint).Port}"));
        await answer;

        Assert.Equal(1, exitCode);
        Assert.Contains("answered 503, expected 200", _errors.ToString());
    }

    [Fact]
    public void The_process_environment_is_read() =>
        Assert.Equal(Environment.GetEnvironmentVariable("PATH"), EntryPoint.ProcessEnvironment()["PATH"]);

    Task<int> RunAsync(string[] arguments, params (string Name, string Value)[] variables) =>
        EntryPoint.RunAsync(arguments, variables.ToDictionary(pair => pair.Name, pair => pair.Value), _errors);

    static async Task AnswerOnceAsync(TcpListener listener, string response)
    {
        using var client = await listener.AcceptTcpClientAsync();
        var stream = client.GetStream();
        using var reader = new StreamReader(stream, leaveOpen: true);
        while (await reader.ReadLineAsync() is { Length: > 0 }) { }

        await using var writer = new StreamWriter(stream);
        await writer.WriteAsync(response);
    }
}
