using System.Globalization;
using System.Net;
using Pipeline.Core;
using Pipeline.Core.Environments;

namespace Pipeline.Kubernetes.Tests.Rollouts;

/// <summary>Requests that reach the pods of a stub cluster as its route divides them: so many more at each look.</summary>
internal sealed class StubTraffic
{
    private const string Production = "namespaces/production";

    private readonly StubCluster cluster;
    private readonly Dictionary<string, (decimal Good, decimal Bad)> counted = [];

    public StubTraffic(StubCluster cluster)
    {
        this.cluster = cluster;
        cluster.Proxied = Answer;
    }

    /// <summary>Requests of both tracks together from one look to the next.</summary>
    public int RequestsPerLook { get; set; } = 1000;

    /// <summary>Share of a track's requests that are answered with an error.</summary>
    public Func<Track, Percent> ErrorRate { get; set; } = _ => Percent.Zero;

    /// <summary>Share of track a in the traffic; the weight on the route unless set.</summary>
    public Percent? ShareOfA { get; set; }

    /// <summary>What services answer to smoke checks.</summary>
    public HttpStatusCode Smoke { get; set; } = HttpStatusCode.OK;

    public HashSet<string> SilentPods { get; } = [];

    /// <summary>The weight of track a on the route; where there is none, the share of its pods.</summary>
    public int WeightOfA =>
        (int?)
            cluster
                .Find($"/apis/gateway.networking.k8s.io/v1/{Production}/httproutes/user-service")
                ?["spec"]!["rules"]![0]!["backendRefs"]![0]!["weight"]
        ?? (int?)
            cluster
                .Find($"/apis/networking.istio.io/v1/{Production}/virtualservices/user-service")
                ?["spec"]!["http"]![0]!["route"]![0]!["weight"]
        ?? 100 * PodsOf(Track.A) / (PodsOf(Track.A) + PodsOf(Track.B));

    private (HttpStatusCode Status, string Body) Answer(string path)
    {
        if (!path.EndsWith("/metrics", StringComparison.Ordinal))
            return (Smoke, "");

        var pod = path.Split("/pods/")[1].Split(':')[0];
        return SilentPods.Contains(pod) ? (HttpStatusCode.ServiceUnavailable, "") : (HttpStatusCode.OK, Count(pod));
    }

    private string Count(string pod)
    {
        var track = pod.Contains("-a-", StringComparison.Ordinal) ? Track.A : Track.B;
        var shareOfA = ShareOfA ?? Percent.Of(WeightOfA);
        var share = track == Track.A ? shareOfA.Value : 100 - shareOfA.Value;
        var requests = RequestsPerLook * share / 100 / PodsOf(track);
        var bad = requests * ErrorRate(track).Value / 100;

        var (goodBefore, badBefore) = counted.GetValueOrDefault(pod);
        counted[pod] = (goodBefore + requests - bad, badBefore + bad);
        return string.Create(
            CultureInfo.InvariantCulture,
            $$"""
            # TYPE http_requests_total counter
            http_requests_total{method="GET",route="/users",status="200"} {{counted[pod].Good}}
            http_requests_total{method="GET",route="/users",status="500"} {{counted[pod].Bad}}

            """
        );
    }

    private int PodsOf(Track track) =>
        (int)
            cluster.Find($"/apis/apps/v1/{Production}/deployments/user-service-{track.Label()}")!["spec"]!["replicas"]!;
}
