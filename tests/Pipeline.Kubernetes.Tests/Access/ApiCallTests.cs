using Pipeline.Kubernetes.Access;

namespace Pipeline.Kubernetes.Tests.Access;

public class ApiCallTests
{
    [Theory]
    [InlineData("GET", "api/v1/namespaces/staging/pods", "list pods in namespace staging")]
    [InlineData("GET", "api/v1/namespaces/staging/pods?watch=true", "watch pods in namespace staging")]
    [InlineData("GET", "api/v1/namespaces/staging/pods/p-1/log", "get pods/log 'p-1' in namespace staging")]
    [InlineData(
        "GET",
        "api/v1/namespaces/staging/pods/p-1%3A8080/proxy/metrics",
        "get pods/proxy 'p-1:8080' in namespace staging"
    )]
    [InlineData("GET", "api/v1/namespaces/staging", "get namespaces 'staging' in namespace staging")]
    [InlineData("GET", "api/v1/namespaces", "list namespaces in the whole cluster")]
    [InlineData("GET", "api/v1/pods", "list pods in the whole cluster")]
    [InlineData("POST", "api/v1/namespaces", "create namespaces in the whole cluster")]
    [InlineData(
        "PATCH",
        "apis/apps/v1/namespaces/staging/deployments/d/scale",
        "patch deployments.apps/scale 'd' in namespace staging"
    )]
    [InlineData(
        "PUT",
        "apis/coordination.k8s.io/v1/namespaces/staging/leases/l",
        "update leases.coordination.k8s.io 'l' in namespace staging"
    )]
    [InlineData("DELETE", "api/v1/namespaces/staging/configmaps/c", "delete configmaps 'c' in namespace staging")]
    [InlineData("DELETE", "api/v1/namespaces/staging/configmaps", "deletecollection configmaps in namespace staging")]
    [InlineData("GET", "k8s/clusters/c-1/api/v1/pods", "list pods in the whole cluster")]
    public void A_request_is_put_in_the_words_of_a_role(string method, string path, string expected)
    {
        var call = ApiCall.Of(new HttpMethod(method), new Uri("https://cluster.example/" + path));

        Assert.Equal(expected, call?.ToString());
    }

    [Theory]
    [InlineData("version")]
    [InlineData("api")]
    [InlineData("apis/apps/v1")]
    public void What_names_no_resource_is_no_call(string path) =>
        Assert.Null(ApiCall.Of(HttpMethod.Get, new Uri("https://cluster.example/" + path)));
}
