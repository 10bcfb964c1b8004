using System.Text.Json.Nodes;
using Pipeline.LocalCluster.Resources;
using Pipeline.LocalCluster.Schemas;

namespace Pipeline.LocalCluster.Api.Handlers;

/// <summary><c>selfsubjectaccessreviews</c>, what <c>kubectl auth can-i</c> asks: whoever has a token may do everything.</summary>
internal static class AccessReviewHandler
{
    public static async Task CreateAsync(HttpContext context)
    {
        if (context.Request.Method != "POST")
            throw Refusal.MethodNotAllowed(context.Request.Method, context.Request.Path);
        var review = await RequestContent.ReadObjectAsync(
            context.Request,
            SchemaCatalog.Type("SelfSubjectAccessReview")
        );
        review["status"] = new JsonObject
        {
            ["allowed"] = true,
            ["reason"] = "the embedded cluster stores roles and does not enforce them",
        };
        await Respond.JsonAsync(context, review, StatusCodes.Status201Created);
    }
}
