using Nuke.Common.Execution;
using Pipeline.Components.Hosts;
using Serilog;

namespace Pipeline.Components.Secrets;

/// <summary>
/// Keeps the values of <c>[Secret]</c> members out of the console, log files and the process list, and tells a CI service to mask them too.
/// </summary>
public sealed class ProtectSecretsAttribute : BuildExtensionAttributeBase, IOnBuildCreated, IOnBuildInitialized
{
    /// <summary>After the parameters have their values (100), before anything else of a build is asked.</summary>
    public override float Priority { get; set; } = 10;

    /// <inheritdoc/>
    public void OnBuildCreated(IReadOnlyCollection<ExecutableTarget> executableTargets)
    {
        var secrets = SecretMembers.ValuesOf(Build).Where(secret => !string.IsNullOrWhiteSpace(secret)).ToList();
        if (secrets.Count == 0)
            return;

        // The host first: what is printed before it knows a secret, it does not mask.
        RunState.Of(Build).Report.Mask(secrets);
        KnownSecrets.Add(secrets);
        ConsoleGuard.Install();
        CommandLineMemory.Erase(secrets);
    }

    /// <inheritdoc/>
    public void OnBuildInitialized(
        IReadOnlyCollection<ExecutableTarget> executableTargets,
        IReadOnlyCollection<ExecutableTarget> executionPlan
    )
    {
        // The engine may set up its log after the build was created.
        if (KnownSecrets.Redaction.Secrets.Count > 0)
            Log.Logger = new LoggerConfiguration()
                .MinimumLevel.Verbose()
                .WriteTo.Sink(new RedactingSink(Log.Logger))
                .CreateLogger();
    }
}
