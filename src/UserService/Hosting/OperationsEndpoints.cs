using UserService.Configuration;
using UserService.Errors;
using UserService.Metrics;

namespace UserService.Hosting;

/// <summary>What an operator or a cluster asks: is it alive, does it want requests, how is it doing.</summary>
static class OperationsEndpoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/health", () => TypedResults.Text("""{"status":"healthy"}""", "application/json"));
        routes.MapGet("/ready", Ready);
        routes.MapGet("/metrics", Metrics);
    }

    static IResult Ready(Readiness readiness) =>
        readiness.IsDraining
            ? Problem.Of(StatusCodes.Status503ServiceUnavailable, "The service is draining and about to stop.")
            : TypedResults.Text("""{"status":"ready"}""", "application/json");

    static IResult Metrics(RequestMetrics metrics, ServiceOptions options) =>
        TypedResults.Text(
            PrometheusText.Render(metrics, ServiceVersion.Current, options.ImageDigest),
            PrometheusText.ContentType
        );
}
