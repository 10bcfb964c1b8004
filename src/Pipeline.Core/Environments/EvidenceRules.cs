using Pipeline.Core.Evidence.Signing;

namespace Pipeline.Core.Environments;

/// <summary>What a definition must satisfy in keys and in what it demands of an image.</summary>
internal static class EvidenceRules
{
    public static IEnumerable<string> Problems(ServiceDefinition service)
    {
        foreach (var repeated in service.TrustedKeys.GroupBy(key => key.Name).Where(group => group.Count() > 1))
            yield return $"TrustedKeys has '{repeated.Key}' {repeated.Count()} times: names are unique";
        foreach (var key in service.TrustedKeys)
        {
            if (Problem(key) is { } problem)
                yield return $"TrustedKeys: {problem}";
        }

        var unknown =
            from environment in service.Environments
            from required in environment.Evidence
            from name in required.SignedBy
            where service.TrustedKeys.All(key => key.Name != name)
            select $"{environment.Name}.Evidence: the {required.Name} is to be signed by '{name}', which TrustedKeys does not have";
        foreach (var problem in unknown)
            yield return problem;
        var ages =
            from environment in service.Environments
            from required in environment.Evidence
            where required.NoOlderThan <= TimeSpan.Zero
            select $"{environment.Name}.Evidence: the {required.Name} is to be no older than {required.NoOlderThan}: it must be positive";
        foreach (var problem in ages)
            yield return problem;
    }

    private static string? Problem(TrustedKey key)
    {
        try
        {
            key.ToVerify();
            return null;
        }
        catch (FormatException problem)
        {
            return problem.Message;
        }
    }
}
