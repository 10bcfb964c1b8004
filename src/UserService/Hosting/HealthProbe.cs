using UserService.Configuration;

namespace UserService.Hosting;

/// <summary>Asks a running instance for its health, as a container engine does that can only start a command.</summary>
static class HealthProbe
{
    static readonly TimeSpan Timeout = TimeSpan.FromSeconds(2);

    /// <summary>Whether the instance answered 200 within 2 s; otherwise the reason is written to <paramref name="errors"/>.</summary>
    public static async Task<bool> IsHealthyAsync(ServiceOptions options, TextWriter errors)
    {
        var address = new UriBuilder(Uri.UriSchemeHttp, options.Address.ToString(), options.Port, "/health").Uri;
        using var client = new HttpClient { Timeout = Timeout };
        try
        {
            using var response = await client.GetAsync(address);
            if (response.IsSuccessStatusCode)
                return true;

            await errors.WriteLineAsync($"UserService: {address} answered {(int)response.StatusCode}, expected 200.");
        }
        catch (Exception exception) when (exception is HttpRequestException or TaskCanceledException)
        {
            await errors.WriteLineAsync($"UserService: {address} did not answer: {exception.Message}");
        }

        return false;
    }
}
