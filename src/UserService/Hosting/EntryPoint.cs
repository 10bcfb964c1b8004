using System.Collections;
using UserService.Configuration;

namespace UserService.Hosting;

/// <summary>What the executable does: serve until it is told to stop, or probe a running instance.</summary>
static class EntryPoint
{
    const int Success = 0;
    const int Failure = 1;

    /// <summary>The variables of this process.</summary>
    public static Dictionary<string, string> ProcessEnvironment() =>
        Environment
            .GetEnvironmentVariables()
            .Cast<DictionaryEntry>()
            .ToDictionary(entry => (string)entry.Key, entry => (string?)entry.Value ?? "");

    /// <summary>Returns the exit code: 0 after an orderly stop or for a healthy probe, else 1 with the reason on <paramref name="errors"/>.</summary>
    public static async Task<int> RunAsync(
        string[] arguments,
        IReadOnlyDictionary<string, string> environment,
        TextWriter errors
    )
    {
        try
        {
            var options = ServiceOptions.Read(environment);
            switch (arguments)
            {
                case []:
                    await using (var service = ServiceHost.Build(options))
                        await service.RunAsync();
                    return Success;

                case ["--health"]:
                    return await HealthProbe.IsHealthyAsync(options, errors) ? Success : Failure;

                default:
                    await errors.WriteLineAsync(
                        $"UserService: expected no argument, or --health; found '{string.Join(' ', arguments)}'."
                    );
                    return Failure;
            }
        }
        catch (ConfigurationException exception)
        {
            await errors.WriteLineAsync($"UserService: {exception.Message}");
            return Failure;
        }
        catch (IOException exception)
        {
            // Kestrel reports an address in use, or one that is not ours, as an IOException that names it.
            await errors.WriteLineAsync($"UserService: {exception.Message}");
            return Failure;
        }
    }
}
