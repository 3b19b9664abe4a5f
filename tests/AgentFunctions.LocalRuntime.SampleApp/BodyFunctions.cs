using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Azure.Functions.Worker;

namespace AgentFunctions.LocalRuntime.SampleApp;

public static class BodyFunctions
{
    [Function(nameof(Json))]
    public static async Task<Results<Ok<Order>, ProblemHttpResult>> Json(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "json")] HttpRequest request,
        CancellationToken cancellationToken)
    {
        try
        {
            var order = await request.ReadFromJsonAsync<Order>(cancellationToken);
            return TypedResults.Ok(order! with { UnitCount = order.UnitCount + 1 }); // A body of `null` is a fault: 500.
        }
        catch (JsonException)
        {
            return TypedResults.Problem("not an order", statusCode: StatusCodes.Status400BadRequest);
        }
    }

    [Function(nameof(Length))]
    public static async Task<IResult> Length(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "length")] HttpRequest request,
        CancellationToken cancellationToken)
    {
        var buffer = new byte[65536];
        long length = 0;
        while (await request.Body.ReadAsync(buffer, cancellationToken) is > 0 and var read)
        {
            length += read;
        }

        return Results.Text(length.ToString(CultureInfo.InvariantCulture));
    }
}
