using System.Net;
using Pipeline.Kubernetes.Access;

namespace Pipeline.Kubernetes.Tests.Access;

public class RetryPolicyTests
{
    private static readonly RetryPolicy Policy = RetryPolicy.Default;

    [Theory]
    [InlineData(HttpStatusCode.RequestTimeout)]
    [InlineData(HttpStatusCode.TooManyRequests)]
    [InlineData(HttpStatusCode.InternalServerError)]
    [InlineData(HttpStatusCode.BadGateway)]
    [InlineData(HttpStatusCode.ServiceUnavailable)]
    [InlineData(HttpStatusCode.GatewayTimeout)]
    [InlineData(null)]
    public void What_may_pass_is_tried_again(HttpStatusCode? status) =>
        Assert.NotNull(Policy.DelayAfter(new AttemptFailure(status), 1, TimeSpan.Zero, 0.5));

    [Theory]
    [InlineData(HttpStatusCode.BadRequest)]
    [InlineData(HttpStatusCode.Unauthorized)]
    [InlineData(HttpStatusCode.Forbidden)]
    [InlineData(HttpStatusCode.NotFound)]
    [InlineData(HttpStatusCode.Conflict)]
    [InlineData(HttpStatusCode.UnprocessableEntity)]
    [InlineData(HttpStatusCode.NotImplemented)]
    public void What_will_not_pass_is_not(HttpStatusCode status) =>
        Assert.Null(Policy.DelayAfter(new AttemptFailure(status), 1, TimeSpan.Zero, 0.5));

    [Theory]
    [InlineData(1, 0.0, 100)]
    [InlineData(1, 1.0, 200)]
    [InlineData(2, 1.0, 400)]
    [InlineData(5, 1.0, 3200)]
    [InlineData(6, 1.0, 5000)]
    [InlineData(2000, 1.0, 5000)]
    public void The_wait_doubles_up_to_a_limit_and_chance_halves_it_at_most(
        int attempts,
        double chance,
        int milliseconds
    )
    {
        var delay = Policy.DelayAfter(new AttemptFailure(null), attempts, TimeSpan.Zero, chance);

        Assert.Equal(TimeSpan.FromMilliseconds(milliseconds), delay);
    }

    [Fact]
    public void A_server_that_names_the_wait_is_obeyed()
    {
        var failure = new AttemptFailure(HttpStatusCode.TooManyRequests, TimeSpan.FromSeconds(7));

        Assert.Equal(TimeSpan.FromSeconds(7), Policy.DelayAfter(failure, 1, TimeSpan.Zero, 0.5));
    }

    [Fact]
    public void A_wait_beyond_the_deadline_is_not_begun()
    {
        var failure = new AttemptFailure(HttpStatusCode.TooManyRequests, TimeSpan.FromSeconds(7));

        Assert.Null(Policy.DelayAfter(failure, 1, TimeSpan.FromSeconds(23), 0.5));
    }
}
