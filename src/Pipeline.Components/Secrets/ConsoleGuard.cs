namespace Pipeline.Components.Secrets;

/// <summary>Keeps the known secrets out of the console, whoever writes to it.</summary>
internal static class ConsoleGuard
{
    private static readonly Lock Gate = new();
    private static bool installed;

    /// <summary>From now on both outputs of this process are guarded.</summary>
    public static void Install()
    {
        lock (Gate)
        {
            if (installed)
                return;
            installed = true;
        }

        var (output, errors) = (new RedactingWriter(Console.Out), new RedactingWriter(Console.Error));
        Console.SetOut(output);
        Console.SetError(errors);
        AppDomain.CurrentDomain.ProcessExit += (_, _) =>
        {
            output.Complete();
            errors.Complete();
        };
        // The runtime would print the exception past the guard.
        AppDomain.CurrentDomain.UnhandledException += (_, failure) =>
        {
            Console.Error.WriteLine($"Unhandled exception. {failure.ExceptionObject}");
            Environment.Exit(Core.ExitCode.BuildFailed);
        };
    }
}
