namespace Pipeline.LocalCluster.Api.Tables;

/// <summary>Whether, and how, a client wants the answer as a <c>meta.k8s.io Table</c>.</summary>
internal static class TableAccept
{
    /// <summary>The first media type that we serve is a v1 table.</summary>
    public static bool Wants(HttpRequest request)
    {
        foreach (var type in request.Headers.Accept.ToString().Split(',', StringSplitOptions.TrimEntries))
        {
            if (IsTable(type))
                return true;
            if (type is "application/json" or "*/*")
                return false;
        }

        return false;
    }

    /// <summary>What of the object each row carries: <c>None</c>, <c>Metadata</c> or <c>Object</c>.</summary>
    public static string Includes(HttpRequest request) => RequestQuery.Text(request, "includeObject") ?? "Metadata";

    private static bool IsTable(string type)
    {
        var parts = type.Split(';', StringSplitOptions.TrimEntries);
        return parts[0] == Respond.Json
            && parts.Contains("as=Table")
            && parts.Contains("v=v1")
            && parts.Contains("g=meta.k8s.io");
    }
}
