using System.Net;
using System.Text;
using Nuke.Common.Tooling;

namespace Pipeline.Components.Tests.Builds;

/// <summary>Ways in which the targets of a build give secrets away.</summary>
internal static class Leaks
{
    public static void Print(string secret)
    {
        Console.WriteLine($"printed {secret}");
        Console.Write($"split {secret[..(secret.Length / 2)]}");
        Console.Write(secret[(secret.Length / 2)..] + "\n");
        Console.Error.WriteLine($"error {secret}");
        foreach (var letter in secret)
            Console.Write(letter);
        Console.WriteLine();
        Console.WriteLine(Convert.ToBase64String(Encoding.UTF8.GetBytes(secret)));
        Console.WriteLine(Convert.ToBase64String(Encoding.UTF8.GetBytes($"user:{secret}")));
        Console.WriteLine(Uri.EscapeDataString(secret));
        Console.WriteLine(WebUtility.UrlEncode(secret));
    }

    public static void Log(string secret)
    {
        Serilog.Log.Information("logged {Secret} and {Quoted:l}", secret, secret);
        Serilog.Log.Warning("a.cs(1,2): error X1: " + secret.Replace("{", "{{").Replace("}", "}}"));
        Serilog.Log.Error(new IOException($"thrown {secret}"), "Failed with {Secret}", secret);
    }

    public static void Start(string secret)
    {
        using var child = ProcessTasks.StartProcess("sh", "-c \"cat secret-file\"", logInvocation: true);
        child.AssertZeroExitCode();
        using var echo = ProcessTasks.StartProcess("echo", $"{secret}");
        echo.AssertZeroExitCode();
    }
}
