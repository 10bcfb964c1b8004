using System.Net;
using Pipeline.Core.Environments;
using Pipeline.Kubernetes.Manifests;
using Pipeline.Kubernetes.Rollouts;

namespace Pipeline.Kubernetes.Tests.Rollouts;

public class ServingCheckTests
{
    private static readonly TimeSpan Deadline = TimeSpan.FromMinutes(2);

    private readonly ManualClock clock = new();
    private readonly List<string> troubles = [];

    [Fact]
    public async Task A_track_whose_pods_are_ready_and_answer_serves()
    {
        var problem = await ProblemOfAsync(ready: _ => 5, answer: HttpStatusCode.OK);

        Assert.Null(problem);
        Assert.Equal(TimeSpan.Zero, clock.Elapsed);
    }

    [Fact]
    public async Task Pods_that_are_still_starting_are_waited_for()
    {
        var problem = await ProblemOfAsync(ready: looks => Math.Min(looks, 5), answer: HttpStatusCode.OK);

        Assert.Null(problem);
        Assert.Empty(troubles);
        Assert.InRange(clock.Elapsed, TimeSpan.FromMilliseconds(1), Deadline);
    }

    [Fact]
    public async Task Pods_that_do_not_start_are_a_problem_at_the_deadline_with_their_trouble_told_once()
    {
        var problem = await ProblemOfAsync(ready: _ => 3, answer: HttpStatusCode.OK);

        Assert.Equal("3 of 5 pods are ready: pod user-service-a-1: ErrImagePull, layer sha256:12 is damaged", problem);
        Assert.Equal(["pod user-service-a-1: ErrImagePull, layer sha256:12 is damaged"], troubles);
        Assert.InRange(clock.Elapsed, Deadline, Deadline + TimeSpan.FromSeconds(1));
    }

    [Fact]
    public async Task Ready_pods_that_do_not_answer_are_a_problem_at_the_deadline()
    {
        var problem = await ProblemOfAsync(ready: _ => 5, answer: HttpStatusCode.InternalServerError);

        Assert.Equal("smoke check of track a: GET /health answered 500, expected 200", problem);
    }

    private Task<string?> ProblemOfAsync(Func<int, int> ready, HttpStatusCode answer)
    {
        var looks = 0;
        var api = new StubApi(request =>
            request.Path.Contains("/proxy/", StringComparison.Ordinal) ? (answer, "")
            : request.Path.Contains("/pods?", StringComparison.Ordinal) ? (HttpStatusCode.OK, Pods)
            : (HttpStatusCode.OK, Deployment(ready(looks++)))
        );
        var client = api.Client();
        var tracks = new TrackOperations(
            client,
            TestDelivery.Service,
            TestDelivery.Production,
            revision => new TrackImage("", revision.ImageDigest, null)
        );
        var smoke = new SmokeCheck(client, TestDelivery.Service, "production", clock);
        var check = new ServingCheck(tracks, smoke, Deadline, clock);
        return clock.RunAsync(check.ProblemOfAsync(Track.A, troubles.Add, CancellationToken.None));
    }

    private static string Deployment(int ready) =>
        $$$"""
            {"metadata":{"generation":1},"spec":{"replicas":5},
             "status":{"observedGeneration":1,"replicas":5,"updatedReplicas":5,"availableReplicas":{{{ready}}}}}
            """;

    private const string Pods = """
        {"items":[{"metadata":{"name":"user-service-a-1"},"status":{"containerStatuses":[{"name":"app","ready":false,
         "state":{"waiting":{"reason":"ErrImagePull","message":"layer sha256:12 is damaged"}}}]}}]}
        """;
}
